"""Settings: SQLite by default, everything else from the environment (names start with THENCHOT_).

Nothing secret stands here: keys live in a file outside the data (`thenchot.platform.keys`).
"""

import os
from ipaddress import ip_network
from pathlib import Path

import dj_database_url

from thenchot.platform import keys

PACKAGE = Path(__file__).resolve().parent.parent
HOME = keys.home()
DEBUG = os.environ.get("THENCHOT_DEBUG") == "1"
DEMO = os.environ.get("THENCHOT_DEMO") == "1"

SECRET_KEY = keys.derive("django", keys.first_id())  # of the first key: rotation signs nobody out
ALLOWED_HOSTS = os.environ.get("THENCHOT_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("THENCHOT_ORIGINS", "").split(",") if o]

INSTALLED_APPS = [
    "thenchot.web",
    "thenchot.insight",
    "thenchot.rating",
    "thenchot.discipline",
    "thenchot.cells",
    "thenchot.commendation",
    "thenchot.benefits",
    "thenchot.placement",
    "thenchot.scenarios",
    "thenchot.reception",
    "thenchot.citizens",
    "thenchot.recruitment",
    "thenchot.succession",
    "thenchot.training",
    "thenchot.feedback",
    "thenchot.scoring",
    "thenchot.oversight",
    "thenchot.clearance",
    "thenchot.worklog",
    "thenchot.catalogue",
    "thenchot.programmes",
    "thenchot.standards",
    "thenchot.documents",
    "thenchot.people",
    "thenchot.organisation",
    "thenchot.platform.registers",
    "thenchot.platform.ui",
    "thenchot.platform.datasets",
    "thenchot.platform.policies",
    "thenchot.platform.alerts",
    "thenchot.platform.backup",
    "thenchot.platform.jobs",
    "thenchot.platform.files",
    "thenchot.platform.admission",
    "thenchot.platform.audit",
    "thenchot.platform.scope",
    "thenchot.platform.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "django_cotton.apps.SimpleAppConfig",
    "django_filters",
    "django_htmx",
    "django_tables2",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "thenchot.web.middleware.security_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "thenchot.web.middleware.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "thenchot.platform.accounts.middleware.sign_out_in_time",
    "thenchot.platform.scope.middleware.attach_actor",
    "thenchot.web.middleware.refuse_large_bodies",
    "thenchot.platform.admission.second_factor.ask_second_factor",
    "thenchot.platform.audit.middleware.flush_reads",
    "thenchot.web.middleware.explain_refusals",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "thenchot.web.urls"
WSGI_APPLICATION = "thenchot.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATE_LOADERS = [
    "thenchot.platform.ui.loader.Loader",
    "django.template.loaders.app_directories.Loader",
]
# A component sees its attributes and slots, and what every page has; nothing of the page around it.
COTTON_ISOLATE_BY_DEFAULT = True
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", TEMPLATE_LOADERS)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "thenchot.web.navigation.context",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
                "thenchot.platform.ui.templatetags.ui",
                "thenchot.programmes.templatetags.programmes",
            ],
        },
    }
]

SQLITE_OPTIONS = {
    # Services open transactions themselves; IMMEDIATE takes the write lock at once, so two writers
    # queue instead of failing half-way. No ATOMIC_REQUESTS: every GET would take that lock.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
        "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=-20000;PRAGMA foreign_keys=ON"
    ),
}


def database():
    HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{HOME / 'thenchot.sqlite3'}"
    config = dj_database_url.parse(url, conn_max_age=60)
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = SQLITE_OPTIONS
    return config


DATABASES = {"default": database()}

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "thenchot.platform.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "thenchot.platform.accounts.passwords.NotCommon"},
    {"NAME": "thenchot.platform.accounts.passwords.NotOnlyDigits"},
    {"NAME": "thenchot.platform.accounts.passwords.NotLikeTheName"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "welcome"  # the privacy notice once, then the desk
ACCOUNT_ADAPTER = "thenchot.platform.accounts.adapters.ClosedSignup"
ACCOUNT_FORMS = {
    "login": "thenchot.platform.accounts.forms.LogIn",
    "change_password": "thenchot.platform.accounts.forms.ChangePassword",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
# axes counts failures in the database, across workers; an office signs in from one address
ACCOUNT_RATE_LIMITS = {"login_failed": False, "login": False}
MFA_ADAPTER = "thenchot.platform.admission.second_factor.KeptAuthenticators"
MFA_FORMS = {
    "authenticate": "thenchot.platform.accounts.forms.SecondFactor",
    "reauthenticate": "thenchot.platform.accounts.forms.SecondFactorAgain",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]  # "webauthn" may be added: docs/install.md
MFA_TOTP_ISSUER = "Then Chốt"
# Off for demonstrations, whose roles share one password; who must have one is a policy value.
SECOND_FACTOR = os.environ.get("THENCHOT_SECOND_FACTOR", "0" if DEMO else "1") == "1"
AXES_HANDLER = "thenchot.platform.accounts.limits.FailureCounts"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "username", "ip_address"]
LOCK_AFTER = (AXES_FAILURE_LIMIT, 10, 50)  # of each of these
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "thenchot.platform.accounts.limits.counted_name"
AXES_CLIENT_IP_CALLABLE = "thenchot.platform.accounts.addresses.client_address"
AXES_LOCKOUT_CALLABLE = "thenchot.platform.accounts.limits.locked"
AXES_SENSITIVE_PARAMETERS = ["username", "login", "ip_address", "code", "again"]
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
IDLE_MINUTES = 30
SESSION_HOURS = int(os.environ.get("THENCHOT_SESSION_HOURS", "12"))  # whatever is done meanwhile
CONTACT = os.environ.get("THENCHOT_CONTACT", "")  # whom to call, on pages for who cannot sign in

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = SESSION_HOURS * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("THENCHOT_TLS") == "1"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SESSION_COOKIE_SECURE else None
# Whose X-Forwarded-For is believed; behind TLS the proxy stands on this machine unless told.
PROXIES = os.environ.get("THENCHOT_PROXIES", "127.0.0.1,::1" if SESSION_COOKIE_SECURE else "")
TRUSTED_PROXIES = [ip_network(one.strip(), strict=False) for one in PROXIES.split(",") if one]
SECURE_HSTS_SECONDS = 31_536_000 if SESSION_COOKIE_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = os.environ.get("THENCHOT_HSTS_SUBDOMAINS", "1") == "1"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SESSION_COOKIE_SECURE
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["thenchot.platform.ui.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": HOME / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_TEMP_DIR = None
LARGEST_BODY = 64 * 1024 * 1024
LARGEST_BODY_OF_A_STRANGER = 64 * 1024  # before signing in nobody has a file to send

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

EMAIL_HOST = os.environ.get("THENCHOT_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("THENCHOT_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("THENCHOT_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("THENCHOT_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("THENCHOT_SMTP_TLS") == "1"  # STARTTLS
EMAIL_USE_SSL = os.environ.get("THENCHOT_SMTP_TLS") == "ssl"  # from the first byte, port 465
EMAIL_TIMEOUT = 30
BASE_URL = os.environ.get("THENCHOT_URL", "http://127.0.0.1:8000").rstrip("/")  # in mails
DEFAULT_FROM_EMAIL = os.environ.get("THENCHOT_MAIL_FROM", "then-chot@localhost")

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SILENCED_SYSTEM_CHECKS = ["axes.W006"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"hide_address": {"()": "thenchot.platform.runtime.untraced.HideAddress"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["hide_address"],
        }
    },
    "root": {"handlers": ["console"], "level": os.environ.get("THENCHOT_LOG", "WARNING")},
}
