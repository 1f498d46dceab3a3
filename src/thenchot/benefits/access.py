"""Permissions of the room. Money of a person is personal data: few see it, everybody the own."""

from thenchot.platform.scope.roles import Role, declare

SEE_POLICIES = declare(
    "benefits.see_policies",
    Role.OFFICER,
    Role.LEADER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
    Role.INSPECTOR,
)  # the register of policies, without names
SEE = declare(
    "benefits.see", Role.OFFICER, Role.LEADER, Role.CLERK, Role.INSPECTOR
)  # cases with names and amounts, lists of affected people, payments
EDIT = declare("benefits.edit", Role.OFFICER)  # policies, cases, lists of affected people
COUNT = declare("benefits.count", Role.OFFICER, Role.CLERK)  # pay, amounts with basis, payments
APPROVE = declare("benefits.approve", Role.LEADER)  # cases and payments of others
EXPORT = declare("benefits.export", Role.OFFICER, Role.LEADER, Role.CLERK, Role.INSPECTOR)
