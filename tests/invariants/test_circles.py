"""Inside a room nothing imports in a circle: the direct children of every package have an order."""

import grimp
import pytest


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph("thenchot")


def circles(graph, package):
    """Sets of children that reach each other."""
    children = sorted(graph.find_children(package))
    within = {child: {child} | graph.find_descendants(child) for child in children}
    reached = {
        child: {
            other
            for other in children
            if other != child
            and any(
                imported in within[other]
                for module in within[child]
                for imported in graph.find_modules_directly_imported_by(module)
            )
        }
        for child in children
    }
    for middle in children:
        for child in children:
            if middle in reached[child]:
                reached[child] |= reached[middle]
    return [child for child in children if child in reached[child]]


def test_no_package_has_a_circle(graph):
    packages = {module for module in graph.modules if graph.find_children(module)}
    found = {name: circles(graph, name) for name in sorted(packages)}
    assert {name: children for name, children in found.items() if children} == {}
