import django.db.models.deletion
import thenchot.feedback.enums
import thenchot.worklog.enums
import uuid
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('organisation', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CriteriaSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, verbose_name='Mã')),
                ('name', models.CharField(max_length=200, verbose_name='Tên bộ tiêu chí')),
                ('version', models.PositiveSmallIntegerField(default=1, verbose_name='Lần')),
                ('use', models.CharField(choices=[('party', 'đánh giá theo quy định của Đảng'), ('local', 'tiêu chí bổ sung của địa phương')], default=thenchot.feedback.enums.CriteriaUse['LOCAL'], max_length=8, verbose_name='Dùng cho')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='Văn bản ban hành')),
                ('clause', models.CharField(blank=True, max_length=200, verbose_name='Nội dung mà bộ này trả lời')),
                ('groups', models.JSONField(default=list)),
                ('kinds', models.JSONField(default=list)),
                ('titles', models.JSONField(blank=True, default=list)),
                ('sides', models.JSONField(default=dict)),
                ('certainty', models.CharField(choices=[('READ', 'đã đọc văn bản'), ('SEEN', 'đã thấy trích dẫn'), ('SEEN-2nd', 'thấy qua nguồn khác'), ('RECALLED', 'theo hiểu biết, chưa đối chiếu'), ('DEFAULT', 'hệ thống đặt, thay được'), ('LOCAL', 'địa phương quy định')], default='LOCAL', max_length=10, verbose_name='Độ chắc chắn')),
                ('note', models.TextField(blank=True, verbose_name='Ghi chú')),
                ('state', models.CharField(choices=[('draft', 'đang soạn'), ('issued', 'đang áp dụng'), ('replaced', 'đã thay thế')], default=thenchot.feedback.enums.CriteriaState['DRAFT'], max_length=10, verbose_name='Trạng thái')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='Áp dụng từ')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Áp dụng đến')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('issued_at', models.DateTimeField(blank=True, null=True)),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('issued_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('previous', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='feedback.criteriaset')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['code', '-version'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'code', 'version'), name='criteria_version_once'), models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('unit', 'code'), name='criteria_one_draft'), models.UniqueConstraint(condition=models.Q(('state', 'issued')), fields=('unit', 'code'), name='criteria_one_issued'), models.CheckConstraint(condition=models.Q(models.Q(('issued_at__isnull', True), ('state', 'draft')), models.Q(models.Q(('state', 'draft'), _negated=True), ('issued_at__isnull', False), ('valid_from__isnull', False), models.Q(('basis', ''), _negated=True)), _connector='OR'), name='criteria_issued_with_basis'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='criteria_ends_after'), models.CheckConstraint(condition=models.Q(('use__in', [thenchot.feedback.enums.CriteriaUse['PARTY'], thenchot.feedback.enums.CriteriaUse['LOCAL']])), name='criteria_use_known')],
            },
        ),
        migrations.CreateModel(
            name='Criterion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='Thứ tự')),
                ('code', models.CharField(max_length=40, verbose_name='Mã')),
                ('group', models.CharField(max_length=40, verbose_name='Nhóm')),
                ('name', models.CharField(max_length=300, verbose_name='Tiêu chí')),
                ('weight', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='Trọng số')),
                ('most', models.DecimalField(decimal_places=2, default=Decimal('10'), max_digits=5, verbose_name='Điểm tối đa')),
                ('is_main', models.BooleanField(default=False, verbose_name='Thước đo chủ yếu')),
                ('sides', models.JSONField(blank=True, default=list, verbose_name='Hỏi các chiều')),
                ('clause', models.CharField(blank=True, max_length=120, verbose_name='Điều khoản')),
                ('certainty', models.CharField(choices=[('READ', 'đã đọc văn bản'), ('SEEN', 'đã thấy trích dẫn'), ('SEEN-2nd', 'thấy qua nguồn khác'), ('RECALLED', 'theo hiểu biết, chưa đối chiếu'), ('DEFAULT', 'hệ thống đặt, thay được'), ('LOCAL', 'địa phương quy định')], default='LOCAL', max_length=10, verbose_name='Độ chắc chắn')),
                ('is_dropped', models.BooleanField(default=False)),
                ('set', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='criteria', to='feedback.criteriaset')),
            ],
            options={
                'ordering': ['position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('set', 'code'), name='criterion_once'), models.CheckConstraint(condition=models.Q(('weight__gt', 0), ('most__gt', 0)), name='criterion_counts')],
            },
        ),
        migrations.CreateModel(
            name='FeedbackRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('period', models.CharField(choices=[('quarter', 'quý'), ('year', 'năm')], max_length=8, verbose_name='Kỳ')),
                ('year', models.PositiveSmallIntegerField(verbose_name='Năm')),
                ('number', models.PositiveSmallIntegerField(default=1, verbose_name='Quý')),
                ('cut_off', models.DateField(verbose_name='Ngày chốt danh sách')),
                ('opens_on', models.DateField(verbose_name='Nhận ý kiến từ ngày')),
                ('closes_on', models.DateField(verbose_name='Nhận ý kiến đến hết ngày')),
                ('public_key', models.CharField(max_length=64)),
                ('key_name', models.CharField(max_length=32)),
                ('key_id', models.CharField(max_length=12)),
                ('opened_at', models.DateTimeField(auto_now_add=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('set', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='feedback.criteriaset')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['-opens_on', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='feedback_closes_after'), models.CheckConstraint(condition=models.Q(('closed_by__isnull', True), ('closed_at__isnull', False), _connector='OR'), name='feedback_closed_pair')],
            },
        ),
        migrations.CreateModel(
            name='Reviewee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('staff', 'không giữ chức vụ'), ('head', 'người đứng đầu'), ('deputy', 'cấp phó')], max_length=8, verbose_name='Tư cách')),
                ('title', models.CharField(blank=True, max_length=160, verbose_name='Chức danh')),
                ('result', models.JSONField(blank=True, default=list)),
                ('total', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='Tổng hợp nhiều chiều')),
                ('policy', models.JSONField(blank=True, default=dict)),
                ('policy_hash', models.CharField(blank=True, max_length=64)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviewees', to='feedback.feedbackround')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
            options={
                'ordering': ['person__sort_key', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('round', 'person'), name='feedback_reviewee_once'), models.CheckConstraint(condition=models.Q(('kind__in', [thenchot.worklog.enums.Capacity['STAFF'], thenchot.worklog.enums.Capacity['HEAD'], thenchot.worklog.enums.Capacity['DEPUTY']])), name='feedback_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('self', 'tự đánh giá'), ('superior', 'cấp trên trực tiếp'), ('peers', 'đồng cấp'), ('subordinates', 'cấp dưới'), ('collective', 'tập thể nơi công tác'), ('citizens', 'người dân, doanh nghiệp'), ('unit_result', 'kết quả của đơn vị')], max_length=12, verbose_name='Chiều')),
                ('is_used', models.BooleanField(default=False)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('reviewee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='feedback.reviewee')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('reviewee', 'person'), name='feedback_invitation_once')],
            },
        ),
        migrations.CreateModel(
            name='FeedbackResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('self', 'tự đánh giá'), ('superior', 'cấp trên trực tiếp'), ('peers', 'đồng cấp'), ('subordinates', 'cấp dưới'), ('collective', 'tập thể nơi công tác'), ('citizens', 'người dân, doanh nghiệp'), ('unit_result', 'kết quả của đơn vị')], max_length=12, verbose_name='Chiều')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('weight', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='Trọng số')),
                ('state', models.CharField(choices=[('waiting', 'đang lấy ý kiến'), ('released', 'có kết quả'), ('not_asked', 'không hỏi: dưới 5 người được mời'), ('no_source', 'chưa lấy ý kiến'), ('absent', 'chưa có ý kiến'), ('few', 'dưới 5 câu trả lời, đã hủy không đọc'), ('withheld', 'không công bố: khác lần công bố trước dưới 5 người'), ('lost', 'không mở được: khóa của đợt không còn')], default=thenchot.feedback.enums.ResultState['WAITING'], max_length=10, verbose_name='Tình trạng')),
                ('invited', models.PositiveIntegerField(default=0, verbose_name='Được mời')),
                ('without', models.PositiveIntegerField(default=0, verbose_name='Chưa có tài khoản')),
                ('people', models.PositiveIntegerField(blank=True, null=True, verbose_name='Đã trả lời')),
                ('sums', models.JSONField(blank=True, default=dict)),
                ('decision_id', models.BigIntegerField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='Không hỏi vì')),
                ('reviewee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='feedback.reviewee')),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('reviewee', 'side'), name='feedback_result_once'), models.CheckConstraint(condition=models.Q(('state__in', [thenchot.feedback.enums.ResultState['WAITING'], thenchot.feedback.enums.ResultState['RELEASED'], thenchot.feedback.enums.ResultState['NOT_ASKED'], thenchot.feedback.enums.ResultState['NO_SOURCE'], thenchot.feedback.enums.ResultState['ABSENT'], thenchot.feedback.enums.ResultState['FEW'], thenchot.feedback.enums.ResultState['WITHHELD'], thenchot.feedback.enums.ResultState['LOST']]), ('side__in', [thenchot.feedback.enums.Side['SELF'], thenchot.feedback.enums.Side['SUPERIOR'], thenchot.feedback.enums.Side['PEERS'], thenchot.feedback.enums.Side['SUBORDINATES'], thenchot.feedback.enums.Side['COLLECTIVE'], thenchot.feedback.enums.Side['CITIZENS'], thenchot.feedback.enums.Side['UNIT_RESULT']])), name='feedback_result_known'), models.CheckConstraint(condition=models.Q(models.Q(('side__in', ['peers', 'subordinates', 'collective']), _negated=True), models.Q(('state', 'released'), _negated=True), ('people__gte', 5), _connector='OR'), name='feedback_released_of_five')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('side', models.CharField(choices=[('self', 'tự đánh giá'), ('superior', 'cấp trên trực tiếp'), ('peers', 'đồng cấp'), ('subordinates', 'cấp dưới'), ('collective', 'tập thể nơi công tác'), ('citizens', 'người dân, doanh nghiệp'), ('unit_result', 'kết quả của đơn vị')], max_length=12)),
                ('sealed', models.TextField(blank=True)),
                ('reviewee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='feedback.reviewee')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('side__in', ['peers', 'subordinates', 'collective'])), name='answer_is_anonymous')],
            },
        ),
        migrations.CreateModel(
            name='SignedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('self', 'tự đánh giá'), ('superior', 'cấp trên trực tiếp'), ('peers', 'đồng cấp'), ('subordinates', 'cấp dưới'), ('collective', 'tập thể nơi công tác'), ('citizens', 'người dân, doanh nghiệp'), ('unit_result', 'kết quả của đơn vị')], max_length=12, verbose_name='Chiều')),
                ('points', models.JSONField(default=dict)),
                ('note', models.CharField(blank=True, max_length=600, verbose_name='Nhận xét, căn cứ')),
                ('given_at', models.DateTimeField(auto_now_add=True)),
                ('replaced_at', models.DateTimeField(blank=True, null=True)),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reviewee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='views', to='feedback.reviewee')),
            ],
            options={
                'ordering': ['-given_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('replaced_at__isnull', True)), fields=('reviewee', 'side'), name='signed_view_once'), models.CheckConstraint(condition=models.Q(('side__in', ['self', 'superior', 'unit_result'])), name='signed_view_is_named')],
            },
        ),
    ]
