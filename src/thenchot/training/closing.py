"""Which subject closes which missing standard: the paper its course gives is put to the one
judgement of the standards.
"""

from dataclasses import replace
from types import MappingProxyType

from thenchot.standards.law import standard_of
from thenchot.standards.models import Requirement
from thenchot.standards.rules import Paper, Post, demand_of, rank_for
from thenchot.training.models import Topic

HIGHEST = 5  # level of a competency


def closes(topic: Topic, requirement: Requirement) -> bool:
    """Would the paper of a finished course meet the requirement? One that asks for the fields of
    the own job position is left to a person to match.
    """
    if not topic.paper:
        return False
    standard = replace(standard_of(requirement, ""), addressees=MappingProxyType({}))
    levels = tuple((name, HIGHEST) for name in standard.names)
    demand = demand_of(standard, Post(competencies=levels))
    return demand is not None and rank_for(demand, paper_of(topic)) >= max(1, _least(demand))


def paper_of(topic: Topic) -> Paper:
    """What the file holds afterwards, as far as the subject says it."""
    return Paper(
        topic.paper,
        level=topic.level,
        name=topic.paper_name or topic.name,
        field=topic.field,
    )


def _least(demand) -> int:
    """Any level of a competency helps; how high it must be is the position's to say."""
    is_competency = demand.standard.kind == "competency"
    return 1 if is_competency else demand.least


def closing_topics(topics, requirements) -> dict[int, Topic]:
    """Requirement id -> the subject with the fewest hours that closes it."""
    by_length = sorted(topics, key=lambda topic: (topic.hours, topic.pk))
    found = {}
    for requirement in requirements:
        fits = (topic for topic in by_length if closes(topic, requirement))
        if topic := next(fits, None):
            found[requirement.pk] = topic
    return found
