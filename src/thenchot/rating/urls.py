from thenchot.rating.organisations.urls import urlpatterns as organisations
from thenchot.rating.persons.urls import urlpatterns as persons
from thenchot.rating.quarters.urls import urlpatterns as quarters
from thenchot.rating.rounds.urls import urlpatterns as rounds

urlpatterns = [*quarters, *rounds, *persons, *organisations]
