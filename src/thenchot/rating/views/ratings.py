"""One person's year: the receipt with its history."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.rating.disclosure import RatingPage
from thenchot.rating.queries import rounds as queries
from thenchot.rating.queries.terms import term_bases


@require_safe
def rating_detail(request, pk):
    rating = queries.get_rating(request.actor, pk)
    page = RatingPage(request, rating)
    if not page.is_own:
        request.actor.reads.append(rating.person)
    context = {"rating": rating, "page": page, "terms": term_bases(request.actor, rating)}
    return render(request, "rating/rating.html", context)
