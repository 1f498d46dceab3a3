from django_tasks import task

from thenchot.platform.alerts.mail import send_waiting


@task()
def mail_notices():
    send_waiting()
