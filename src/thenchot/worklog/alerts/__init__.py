from thenchot.platform.alerts.registry import Rule, register
from thenchot.worklog.alerts import daily, hard_tasks, months, plans

for rule in (*months.RULES, *daily.RULES, *hard_tasks.RULES, *plans.RULES):
    register(Rule(*rule))
