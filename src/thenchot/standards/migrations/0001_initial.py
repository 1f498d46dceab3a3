import django.db.models.deletion
import django.db.models.functions.comparison
import thenchot.standards.enums
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("organisation", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Sweep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField()),
                ('people', models.PositiveIntegerField()),
                ('changes', models.PositiveIntegerField()),
            ],
            options={
                'ordering': ['-finished_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='StandardSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, verbose_name='Mã')),
                ('name', models.CharField(max_length=200, verbose_name='Tên bộ tiêu chuẩn')),
                ('version', models.PositiveSmallIntegerField(default=1, verbose_name='Lần')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='Căn cứ')),
                ('clause', models.CharField(blank=True, max_length=200, verbose_name='Chỉ tiêu, nội dung mà bộ này trả lời')),
                ('is_for_leaders', models.BooleanField(default=False, verbose_name='Chuẩn của lãnh đạo, quản lý')),
                ('axes', models.JSONField(default=list)),
                ('certainty', models.CharField(choices=[('READ', 'đã đọc văn bản'), ('SEEN', 'đã thấy trích dẫn'), ('SEEN-2nd', 'thấy qua nguồn khác'), ('RECALLED', 'theo hiểu biết, chưa đối chiếu'), ('DEFAULT', 'hệ thống đặt, thay được'), ('LOCAL', 'địa phương quy định')], default='LOCAL', max_length=10, verbose_name='Độ chắc chắn')),
                ('note', models.TextField(blank=True, verbose_name='Ghi chú')),
                ('state', models.CharField(choices=[('draft', 'Dự thảo'), ('issued', 'Đang áp dụng'), ('replaced', 'Đã thay thế')], default=thenchot.standards.enums.SetState['DRAFT'], max_length=10)),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='Áp dụng từ')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Áp dụng đến')),
                ('edited_at', models.DateTimeField()),
                ('issued_at', models.DateTimeField(blank=True, null=True)),
                ('foreseen_at', models.DateTimeField(blank=True, null=True)),
                ('foreseen_on', models.DateField(blank=True, null=True)),
                ('foreseen_run', models.PositiveIntegerField(default=0)),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('issued_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('previous', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standardset')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['code', '-version'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'code', 'version'), name='set_version_once'), models.UniqueConstraint(condition=models.Q(('unit__isnull', True)), fields=('code', 'version'), name='national_set_version_once'), models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('unit', 'code'), name='one_draft_of_a_set'), models.CheckConstraint(condition=models.Q(models.Q(('issued_at__isnull', True), ('state', 'draft')), models.Q(models.Q(('state', 'draft'), _negated=True), ('issued_at__isnull', False), ('valid_from__isnull', False), models.Q(('basis', ''), _negated=True)), _connector='OR'), name='set_issued_with_basis_and_day'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='set_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Requirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='Thứ tự')),
                ('code', models.CharField(max_length=40, verbose_name='Mã')),
                ('axis', models.CharField(max_length=40, verbose_name='Trục')),
                ('name', models.CharField(max_length=200, verbose_name='Yêu cầu')),
                ('kind', models.CharField(choices=[('level', 'Trình độ (bằng cấp, lý luận, quản lý nhà nước, ngoại ngữ, tin học, quốc phòng)'), ('field', 'Bằng cấp đúng ngành'), ('certificate', 'Chứng chỉ còn hạn'), ('software', 'Thành thạo phần mềm'), ('skill', 'Kỹ năng đã được xác nhận'), ('competency', 'Năng lực theo khung của vị trí việc làm'), ('years', 'Số năm công tác, giữ chức vụ, tuổi Đảng'), ('party', 'Đảng viên'), ('age', 'Độ tuổi')], max_length=12, verbose_name='Loại')),
                ('paper', models.CharField(blank=True, max_length=20, verbose_name='Loại văn bằng, chứng chỉ')),
                ('level', models.CharField(blank=True, max_length=20, verbose_name='Từ trình độ')),
                ('number', models.PositiveSmallIntegerField(default=0, verbose_name='Số năm, tuổi')),
                ('measure', models.CharField(blank=True, choices=[('service', 'Thời gian công tác'), ('seat', 'Thời gian giữ chức vụ hiện tại'), ('party', 'Tuổi Đảng')], max_length=10, verbose_name='Tính năm của')),
                ('bound', models.CharField(choices=[('at_least', 'từ'), ('below', 'dưới')], default=thenchot.standards.enums.Bound['AT_LEAST'], max_length=10, verbose_name='Tuổi')),
                ('names', models.JSONField(blank=True, default=list, verbose_name='Tên')),
                ('fields', models.JSONField(blank=True, default=list, verbose_name='Ngành')),
                ('addressees', models.JSONField(blank=True, default=dict, verbose_name='Áp dụng cho')),
                ('clause', models.CharField(blank=True, max_length=200, verbose_name='Điều, khoản')),
                ('next_step', models.CharField(blank=True, max_length=300, verbose_name='Việc cần làm khi thiếu')),
                ('certainty', models.CharField(choices=[('READ', 'đã đọc văn bản'), ('SEEN', 'đã thấy trích dẫn'), ('SEEN-2nd', 'thấy qua nguồn khác'), ('RECALLED', 'theo hiểu biết, chưa đối chiếu'), ('DEFAULT', 'hệ thống đặt, thay được'), ('LOCAL', 'địa phương quy định')], default='LOCAL', max_length=10, verbose_name='Độ chắc chắn')),
                ('is_dropped', models.BooleanField(default=False)),
                ('set', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requirements', to='standards.standardset')),
            ],
            options={
                'ordering': ['set', 'position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('set', 'code'), name='requirement_code_once')],
            },
        ),
        migrations.CreateModel(
            name='Foreseen',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('met', 'đạt'), ('missing', 'còn thiếu'), ('in_training', 'đang học'), ('exempt', 'được miễn')], max_length=12)),
                ('before', models.CharField(blank=True, choices=[('met', 'đạt'), ('missing', 'còn thiếu'), ('in_training', 'đang học'), ('exempt', 'được miễn')], max_length=12)),
                ('run', models.PositiveIntegerField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
                ('requirement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.requirement')),
                ('set', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standardset')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('set', 'person', 'requirement'), name='foreseen_once')],
            },
        ),
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked', models.BigIntegerField(default=0)),
                ('on', models.DateField()),
                ('met', models.PositiveIntegerField(default=0)),
                ('missing', models.PositiveIntegerField(default=0)),
                ('in_training', models.PositiveIntegerField(default=0)),
                ('exempt', models.PositiveIntegerField(default=0)),
                ('requirement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.requirement')),
                ('set', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standardset')),
                ('title', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.title')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['set', 'unit'], name='tally_by_unit')],
                'constraints': [models.UniqueConstraint(models.F('set'), django.db.models.functions.comparison.Coalesce('requirement', 0), models.F('unit'), django.db.models.functions.comparison.Coalesce('title', 0), models.F('asked'), name='tally_once')],
            },
        ),
        migrations.CreateModel(
            name='Verdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('met', 'đạt'), ('missing', 'còn thiếu'), ('in_training', 'đang học'), ('exempt', 'được miễn')], max_length=12)),
                ('asked', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='Từ ngày')),
                ('ended_on', models.DateField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('set', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standardset')),
                ('title', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.title')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'indexes': [models.Index(fields=['set', 'unit', 'state'], name='verdict_by_unit')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('person', 'set'), name='verdict_once')],
            },
        ),
        migrations.CreateModel(
            name='Exemption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('basis', models.CharField(max_length=300, verbose_name='Căn cứ')),
                ('valid_from', models.DateField(verbose_name='Từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Đến hết ngày')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='Xem lại ngày')),
                ('decided_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('requirement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exemptions', to='standards.requirement')),
            ],
            options={
                'ordering': ['-valid_from', '-pk'],
                'indexes': [models.Index(fields=['person'], name='exemption_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('basis', ''), _negated=True), name='exemption_with_basis'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='exemption_ends_after_start'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', False), ('review_on__isnull', False), _connector='OR'), name='exemption_ends_or_is_reviewed')],
            },
        ),
        migrations.CreateModel(
            name='Shortfall',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('met', 'đạt'), ('missing', 'còn thiếu'), ('in_training', 'đang học'), ('exempt', 'được miễn')], max_length=12)),
                ('lack', models.CharField(blank=True, choices=[('nothing', 'chưa có'), ('too_low', 'thấp hơn yêu cầu'), ('lapsed', 'hết hạn'), ('too_short', 'chưa đủ năm'), ('too_old', 'quá tuổi'), ('too_young', 'chưa đủ tuổi'), ('unknown', 'hồ sơ chưa rõ ngày')], max_length=12)),
                ('since', models.DateField(verbose_name='Từ ngày')),
                ('ended_on', models.DateField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('requirement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.requirement')),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('ended_on__isnull', True)), fields=['unit', 'state'], name='shortfall_by_unit')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('person', 'requirement'), name='shortfall_once'), models.CheckConstraint(condition=models.Q(('state', 'met'), _negated=True), name='shortfall_is_not_met')],
            },
        ),
    ]
