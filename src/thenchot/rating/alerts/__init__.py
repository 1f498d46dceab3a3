from thenchot.platform.alerts.registry import Rule, register
from thenchot.rating.alerts import levels, replacements, years

for rule in (*replacements.RULES, *years.RULES, *levels.RULES):
    register(Rule(*rule))
