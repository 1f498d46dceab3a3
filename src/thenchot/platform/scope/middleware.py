from django.utils.functional import SimpleLazyObject

from thenchot.platform.scope.actor import Actor, actor_for

NOBODY = Actor(None)


def attach_actor(get_response):
    """`request.actor`: one query, only when something asks."""

    def middleware(request):
        request.actor = SimpleLazyObject(
            lambda: actor_for(request.user) if request.user.is_authenticated else NOBODY
        )
        return get_response(request)

    return middleware
