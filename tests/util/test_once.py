"""Properties that are computed once for each object."""

from onemg_render.util.once import once


class Circle:
    def __init__(self, radius: int) -> None:
        self.radius = radius
        self.computed = 0

    @once
    def area(self) -> int:
        """Three times the square of the radius."""
        self.computed += 1
        return 3 * self.radius**2


def test_it_is_computed_when_it_is_first_asked_for_and_never_again() -> None:
    circle = Circle(2)
    assert circle.computed == 0
    assert (circle.area, circle.area, circle.computed) == (12, 12, 1)


def test_each_object_has_its_own() -> None:
    assert (Circle(1).area, Circle(3).area) == (3, 27)


def test_what_is_forgotten_is_computed_again() -> None:
    circle = Circle(1)
    assert circle.area == 3
    circle.radius = 2
    del vars(circle)["area"]
    assert circle.area == 12


def test_the_class_shows_the_documentation() -> None:
    assert Circle.area.__doc__ == "Three times the square of the radius."
