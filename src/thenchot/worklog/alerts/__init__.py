from thenchot.worklog.alerts import daily, hard_tasks, months, plans

__all__ = ["daily", "hard_tasks", "months", "plans"]
