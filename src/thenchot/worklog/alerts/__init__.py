from thenchot.platform.alerts.registry import Rule, register
from thenchot.worklog.alerts import daily, months, plans

for rule in (*months.RULES, *daily.RULES, *plans.RULES):
    register(Rule(*rule))
