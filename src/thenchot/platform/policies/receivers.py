from django.core.signals import request_finished, request_started
from django.db.models.signals import post_save

from thenchot.platform.policies import remembered
from thenchot.platform.policies.models import LocalValue

request_started.connect(remembered.begin_request, dispatch_uid="policies.begin")
request_finished.connect(remembered.end_request, dispatch_uid="policies.end")
post_save.connect(remembered.forget, sender=LocalValue, dispatch_uid="policies.saved")
