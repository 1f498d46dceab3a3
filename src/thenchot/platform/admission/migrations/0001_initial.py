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
            name='Slip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('username', models.CharField(max_length=60, verbose_name='Tên đăng nhập')),
                ('name', models.CharField(max_length=120, verbose_name='Họ và tên')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='Thư điện tử')),
                ('subject', models.CharField(blank=True, max_length=120)),
                ('role', models.CharField(blank=True, choices=[('admin', 'Quản trị hệ thống'), ('officer', 'Cán bộ Ban Xây dựng Đảng'), ('leader', 'Lãnh đạo'), ('clerk', 'Văn phòng'), ('head', 'Trưởng đơn vị'), ('staff', 'Cán bộ, công chức'), ('inspector', 'Kiểm tra, giám sát'), ('guest', 'Chỉ xem')], max_length=20, verbose_name='Vai trò')),
                ('path', models.CharField(max_length=200)),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='Vai trò đến ngày')),
                ('is_reset', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('expires_on', models.DateField(verbose_name='Dùng đến hết ngày')),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['path', 'made_at'], name='slip_path')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('cancelled_at__isnull', True), ('used_at__isnull', True)), fields=('username',), name='slip_one_waiting_for_username'), models.CheckConstraint(condition=models.Q(('used_at__isnull', True), ('cancelled_at__isnull', True), _connector='OR'), name='slip_used_or_cancelled'), models.CheckConstraint(condition=models.Q(('used_at__isnull', True), ('account__isnull', False), _connector='OR'), name='slip_used_names_account'), models.CheckConstraint(condition=models.Q(('is_reset', True), models.Q(('role', ''), _negated=True), _connector='OR'), name='slip_opens_with_a_role')],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('admin', 'Quản trị hệ thống'), ('officer', 'Cán bộ Ban Xây dựng Đảng'), ('leader', 'Lãnh đạo'), ('clerk', 'Văn phòng'), ('head', 'Trưởng đơn vị'), ('staff', 'Cán bộ, công chức'), ('inspector', 'Kiểm tra, giám sát'), ('guest', 'Chỉ xem')], max_length=20, verbose_name='Vai trò')),
                ('path', models.CharField(db_index=True, max_length=200)),
                ('starts_on', models.DateField(verbose_name='Từ ngày')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='Đến ngày')),
                ('proposed_at', models.DateTimeField(auto_now_add=True)),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dropped_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('slip', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='admission.slip')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('account__isnull', False), ('slip__isnull', False), _connector='OR'), name='proposal_for_somebody'), models.CheckConstraint(condition=models.Q(('confirmed_by__isnull', True), models.Q(('confirmed_at__isnull', False), models.Q(('confirmed_by', models.F('proposed_by')), _negated=True)), _connector='OR'), name='proposal_second_person'), models.CheckConstraint(condition=models.Q(('confirmed_by__isnull', True), ('account__isnull', True), models.Q(('confirmed_by', models.F('account')), _negated=True), _connector='OR'), name='proposal_not_for_oneself'), models.CheckConstraint(condition=models.Q(('confirmed_at__isnull', True), ('dropped_at__isnull', True), _connector='OR'), name='proposal_confirmed_or_dropped'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='proposal_ends_after_start')],
            },
        ),
    ]
