"""What the list of a post would be made of with the people ticked."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from thenchot.platform.scope.actor import require, require_somewhere
from thenchot.succession.access import SEE
from thenchot.succession.queries.makeup import makeup_of
from thenchot.succession.queries.plans import get_post
from thenchot.succession.queries.policy import limits_of
from thenchot.succession.rules import numbers
from thenchot.succession.showing import figures_of


@require_http_methods(["GET", "HEAD", "POST"])
def succession_post_meters(request, pk):
    """The meters while names are ticked: a part of the page of the post, or a page of its own where
    no script runs. Nothing is written.
    """
    if request.method == "POST":
        chosen = urlencode({"pk": request.POST.getlist("pk")}, doseq=True)
        return redirect(f"{reverse('succession_post_meters', args=[pk])}?{chosen}")
    require_somewhere(request.actor, SEE)
    post = get_post(request.actor, pk)
    require(request.actor, SEE, post.plan.unit.path)
    ticked = [int(one) for one in request.GET.getlist("pk") if one.isdigit()]
    makeup = makeup_of(post.plan.unit.path, also=ticked, post=post)
    context = {
        "post": post,
        "ticked": len(ticked),
        "listed": makeup.entries,
        "most": numbers.most_for(
            post.seats, is_committee=post.is_committee, limits=limits_of(post.plan)
        ),
        "makeup": figures_of(makeup),
    }
    name = "_meters" if request.htmx else "meters"
    return render(request, f"succession/{name}.html", context)
