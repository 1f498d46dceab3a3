import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('files', '0001_initial'),
        ("organisation", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Directive',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(blank=True, max_length=60, verbose_name='Loại văn bản')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='Số, ký hiệu')),
                ('match_key', models.CharField(blank=True, db_index=True, max_length=80)),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='Ngày ban hành')),
                ('issuer', models.CharField(max_length=200, verbose_name='Cơ quan ban hành')),
                ('issuer_folded', models.CharField(blank=True, max_length=200)),
                ('place', models.CharField(blank=True, max_length=100, verbose_name='Nơi ban hành')),
                ('title', models.CharField(max_length=500, verbose_name='Trích yếu')),
                ('folded', models.CharField(blank=True, max_length=800)),
                ('signer', models.CharField(blank=True, max_length=120, verbose_name='Người ký')),
                ('signer_title', models.CharField(blank=True, max_length=120, verbose_name='Chức vụ người ký')),
                ('signed_on_behalf_of', models.CharField(blank=True, max_length=120, verbose_name='Ký thay, thay mặt')),
                ('recipients', models.JSONField(blank=True, default=list, verbose_name='Nơi nhận')),
                ('text', models.TextField(blank=True)),
                ('registered_at', models.DateTimeField(auto_now_add=True)),
                ('home', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
                ('original', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('registered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-issued_on', '-pk'],
                'indexes': [models.Index(fields=['home', 'issued_on'], name='directive_home_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(models.Q(('match_key', ''), _negated=True), ('issued_on__isnull', False)), fields=('home', 'match_key', 'issuer_folded', 'issued_on'), name='directive_once_per_home')],
            },
        ),
        migrations.CreateModel(
            name='DirectiveLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('basis', 'Căn cứ'), ('implements', 'Triển khai'), ('replaces', 'Thay thế'), ('amends', 'Sửa đổi'), ('triggers', 'Văn bản làm phát sinh hạn')], max_length=12)),
                ('cited_kind', models.CharField(blank=True, max_length=60)),
                ('cited_number', models.CharField(blank=True, max_length=60)),
                ('cited_key', models.CharField(blank=True, db_index=True, max_length=80)),
                ('cited_issuer', models.CharField(blank=True, max_length=200)),
                ('cited_on', models.DateField(blank=True, null=True)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='documents.directive')),
                ('target', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cited_by', to='documents.directive')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('target__isnull', False), models.Q(('cited_number', ''), _negated=True), _connector='OR'), name='link_names_a_document')],
            },
        ),
    ]
