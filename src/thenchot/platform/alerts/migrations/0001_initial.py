import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Alert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(max_length=60)),
                ('subject_type', models.CharField(max_length=60)),
                ('subject_id', models.CharField(max_length=40)),
                ('detail', models.CharField(blank=True, max_length=120)),
                ('unit_path', models.CharField(max_length=200)),
                ('severity', models.CharField(choices=[('info', 'Để biết'), ('act', 'Cần làm'), ('late', 'Quá hạn')], max_length=8)),
                ('state', models.CharField(choices=[('open', 'Đang mở'), ('acknowledged', 'Đã nhận, đang xử lý'), ('exempted', 'Đang gác lại'), ('resolved', 'Đã hết')], default='open', max_length=12)),
                ('since', models.DateField()),
                ('message', models.CharField(max_length=500)),
                ('basis', models.CharField(blank=True, max_length=300)),
                ('next_step', models.CharField(blank=True, max_length=300)),
                ('url', models.CharField(max_length=300)),
                ('step', models.PositiveSmallIntegerField(default=0)),
                ('opened_at', models.DateTimeField()),
                ('resolved_at', models.DateTimeField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='Lý do')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='Xem lại ngày')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['unit_path', 'state'], name='alert_unit_state')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'resolved'), _negated=True), fields=('rule', 'subject_type', 'subject_id', 'detail'), name='alert_once_while_it_holds'), models.CheckConstraint(condition=models.Q(models.Q(('resolved_at__isnull', False), ('state', 'resolved')), models.Q(models.Q(('state', 'resolved'), _negated=True), ('resolved_at__isnull', True)), _connector='OR'), name='alert_resolved_pair'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'exempted'), _negated=True), models.Q(models.Q(('reason', ''), _negated=True), ('review_on__isnull', False)), _connector='OR'), name='alert_exempted_with_reason'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='alert_decided_pair')],
            },
        ),
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('state', models.CharField(choices=[('waiting', 'Chờ gửi'), ('handed', 'Đã giao máy chủ thư, chưa rõ kết quả'), ('sent', 'Đã gửi'), ('failed', 'Không gửi được'), ('over', 'Không còn gì để gửi')], default='waiting', max_length=8)),
                ('made_at', models.DateTimeField()),
                ('tried_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('failures', models.PositiveSmallIntegerField(default=0)),
                ('failure', models.CharField(blank=True, max_length=300)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['state', 'tried_at'], name='digest_state')],
                'constraints': [models.UniqueConstraint(fields=('account', 'day'), name='digest_once_a_day'), models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('account',), name='digest_one_waits'), models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('state', 'sent')), models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', True)), _connector='OR'), name='digest_sent_pair')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.PositiveSmallIntegerField(default=0)),
                ('news', models.CharField(blank=True, max_length=60)),
                ('subject_type', models.CharField(blank=True, max_length=60)),
                ('subject_id', models.CharField(blank=True, max_length=40)),
                ('unit_path', models.CharField(max_length=200)),
                ('message', models.CharField(max_length=500)),
                ('next_step', models.CharField(blank=True, max_length=300)),
                ('url', models.CharField(max_length=300)),
                ('created_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('over_at', models.DateTimeField(blank=True, null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('digest', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='alerts.digest')),
                ('alert', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='alerts.alert')),
            ],
            options={
                'indexes': [models.Index(fields=['account', 'read_at'], name='notice_unread'), models.Index(fields=['subject_type', 'subject_id'], name='notice_subject')],
                'constraints': [models.UniqueConstraint(fields=('alert', 'account', 'step'), name='notice_once_each_step'), models.CheckConstraint(condition=models.Q(models.Q(('alert__isnull', False), ('news', '')), models.Q(('alert__isnull', True), models.Q(('news', ''), _negated=True)), _connector='OR'), name='notice_of_alert_or_news')],
            },
        ),
        migrations.CreateModel(
            name='Telling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('news', models.CharField(max_length=60)),
                ('first_seq', models.BigIntegerField()),
                ('last_seq', models.BigIntegerField()),
                ('made_at', models.DateTimeField()),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('failures', models.PositiveSmallIntegerField(default=0)),
                ('failed_at', models.DateTimeField(blank=True, null=True)),
                ('failure', models.CharField(blank=True, max_length=300)),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('told_at__isnull', True)), fields=['id'], name='telling_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_seq__gte', models.F('first_seq'))), name='telling_span')],
            },
        ),
    ]
