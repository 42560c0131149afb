package io.dispatch120.geo.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShapesTest {
  @Test
  void cutsALineWhereItLeavesAndComesBack() {
    List<int[]> parts = Shapes.clipLine(new int[] {0, 0, 20, 0, 20, 10, 0, 10}, 0, 5, 10);
    assertThat(parts).containsExactly(new int[] {5, 0, 10, 0}, new int[] {10, 10, 5, 10});
  }

  @Test
  void keepsARingThatLiesInsideAndFillsOneThatCovers() {
    int[] ring = {0, 0, 100, 0, 100, 100, 0, 100};
    assertThat(Shapes.clipRing(ring, 0, -10, 110)).isSameAs(ring);
    int[] strip = Shapes.clipRing(ring, 0, 40, 60);
    assertThat(Shapes.clipRing(strip, 1, 40, 60))
        .containsExactlyInAnyOrder(40, 40, 60, 40, 60, 60, 40, 60);
    assertThat(Shapes.clipRing(ring, 0, 200, 300)).isEmpty();
  }

  @Test
  void leavesOutWhatTheEyeCannotSee() {
    assertThat(Shapes.simplify(new int[] {0, 0, 50, 1, 100, 0, 100, 50}, 2))
        .containsExactly(0, 0, 100, 0, 100, 50);
  }

  @Property
  void losesNoAreaWhenARingIsCutInTwo(
      @ForAll @Size(6) int[] xs, @ForAll @IntRange(min = -500, max = 500) int cut) {
    int[] ring = new int[12];
    for (int i = 0; i < 6; i++) {
      double angle = i * Math.PI / 3;
      int radius = 100 + Math.floorMod(xs[i], 900);
      ring[2 * i] = (int) Math.round(radius * Math.cos(angle));
      ring[2 * i + 1] = (int) Math.round(radius * Math.sin(angle));
    }
    double left = Math.abs(Shapes.area(Shapes.clipRing(ring, 0, -2000, cut)));
    double right = Math.abs(Shapes.area(Shapes.clipRing(ring, 0, cut, 2000)));
    // A point of the cut is rounded to a whole unit: half a unit along at most six cuts.
    assertThat(left + right)
        .isCloseTo(Math.abs(Shapes.area(ring)), org.assertj.core.data.Offset.offset(6000.0));
  }
}
