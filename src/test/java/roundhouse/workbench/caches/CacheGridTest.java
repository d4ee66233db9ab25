package roundhouse.workbench.caches;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.simulation.components.CacheContents;

/** Where the cells stand. */
class CacheGridTest {
    private final CacheContents contents = new CacheContents();

    CacheGridTest() {
        contents.begin("cache", 0);
    }

    /** Lists of those names' lengths, with keys counted on from 0. */
    private void lists(int... sizes) {
        long key = 0;
        for (int size : sizes) {
            contents.list("L" + size);
            for (int i = 0; i < size; i++) {
                contents.key(key++);
            }
        }
    }

    @Test
    void cellsAreAsLargeAsThereIsRoomForAndInRowsBelowTheHeading() {
        lists(30);
        CacheGrid grid = new CacheGrid(contents, 140, 400);
        assertThat(grid.side()).isEqualTo(14);
        assertThat(grid.cells()).isEqualTo(30);
        CacheGrid.Section section = grid.sections().getFirst();
        assertThat(grid.x(9)).isEqualTo(126);
        assertThat(grid.x(10)).isZero();
        assertThat(grid.y(section, 9)).isEqualTo(CacheGrid.HEADING);
        assertThat(grid.y(section, 10)).isEqualTo(CacheGrid.HEADING + 14);
        assertThat(grid.height()).isEqualTo(CacheGrid.HEADING + 3 * 14 + CacheGrid.BELOW);
    }

    @Test
    void cellsShrinkUntilAllFit() {
        lists(1_000);
        CacheGrid grid = new CacheGrid(contents, 240, 300);
        assertThat(grid.side()).isEqualTo(8);
        assertThat(grid.height()).isLessThanOrEqualTo(300);
        assertThat(new CacheGrid(contents, 240, 10).side()).isEqualTo(3);
    }

    @Test
    void ofVeryManyOnlyTheFirstOfEachListAreDrawn() {
        lists(6_000, 100, 0, 12_000);
        CacheGrid grid = new CacheGrid(contents, 240, 400);
        assertThat(grid.cells()).isBetween(1_700, CacheGrid.MOST);
        assertThat(grid.sections())
                .extracting(CacheText::heading)
                .containsExactly(
                        "L6000 · 646 drawn, and 5\u202f354 more",
                        "L100 · 59 drawn, and 41 more",
                        "L0 · empty",
                        "L12000 · 1\u202f243 drawn, and 10\u202f757 more");
        assertThat(grid.key(646)).isEqualTo(6_000);
    }

    @Test
    void arrowKeysGoFromTheKeyThatIsFollowedToThoseBesideAndBelowIt() {
        lists(30, 5);
        assertThat(new CacheGrid(contents, 140, 400).from(10))
                .as("the first while none is followed")
                .isZero();
        contents.followed.list = 0;
        contents.followed.place = 29;
        CacheGrid grid = new CacheGrid(contents, 140, 400);
        assertThat(grid.columns()).isEqualTo(10);
        assertThat(grid.from(-1)).isEqualTo(28);
        assertThat(grid.from(-grid.columns())).isEqualTo(19);
        assertThat(grid.from(1)).as("of the next list").isEqualTo(30);
        assertThat(grid.from(grid.columns())).as("beyond the end").isEqualTo(CacheGrid.NONE);
    }

    @Test
    void arrowKeysPassOverCellsOfNoOneKey() {
        contents.list("L");
        contents.key(3);
        contents.key(CacheContents.NONE);
        contents.key(4);
        contents.followed.list = 0;
        contents.followed.place = 0;
        CacheGrid grid = new CacheGrid(contents, 140, 400);
        assertThat(grid.key(grid.from(1))).isEqualTo(4);
    }

    @Test
    void whereThePointerIsThereIsItsCell() {
        lists(30, 5);
        CacheGrid grid = new CacheGrid(contents, 140, 400);
        for (CacheGrid.Section section : grid.sections()) {
            for (int place = 0; place < section.cells(); place++) {
                assertThat(grid.at(grid.x(place) + 3, grid.y(section, place) + 3))
                        .isEqualTo(section.first() + place);
            }
        }
        assertThat(grid.at(3, 3)).isEqualTo(CacheGrid.NONE);
        assertThat(grid.at(139, CacheGrid.HEADING + 3 * 14 + CacheGrid.BELOW + CacheGrid.HEADING + 3))
                .isEqualTo(CacheGrid.NONE);
        assertThat(grid.at(-1, CacheGrid.HEADING + 3)).isEqualTo(CacheGrid.NONE);
    }

    @Test
    void theHandTheNewestAndTheFollowedAreFoundAgain() {
        contents.seek(33);
        contents.list("A");
        contents.key(31);
        contents.key(32);
        contents.hand();
        contents.list("B");
        contents.key(33);
        contents.newest = 2;
        CacheGrid grid = new CacheGrid(contents, 140, 400);
        assertThat(grid.sections()).extracting(CacheGrid.Section::hand).containsExactly(1, CacheGrid.NONE);
        assertThat(grid.newest()).isEqualTo(2);
        assertThat(grid.followed()).isEqualTo(2);
        assertThat(grid.key(grid.followed())).isEqualTo(33);
    }
}
