package roundhouse.workbench.caches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.simulation.components.CacheContents;

/**
 * Where the cells of a cache's keys stand, list below list: as large as there is room for, and of very many keys the first of each list
 * only. Lengths are pixels.
 */
final class CacheGrid {
    /** So many cells are drawn at most, all lists together. */
    static final int MOST = 2_000;
    /** The height of a list's heading. */
    static final double HEADING = 20;

    static final double BELOW = 8;
    /** No cell. */
    static final int NONE = -1;

    private static final double[] SIDES = {14, 12, 10, 8, 7, 6, 5, 4, 3};
    /** So many cells of a list are drawn in any case, if it has them. */
    private static final int LEAST = 50;

    /**
     * One list.
     *
     * @param size how many keys it has
     * @param first its first cell
     * @param cells how many are drawn
     * @param hand the cell where its hand points, or {@link #NONE}
     * @param handPlace the place in the list where its hand points, from 0, drawn or not, or {@link #NONE}
     * @param top where its heading begins
     */
    record Section(String name, int size, int first, int cells, int hand, int handPlace, double top) {
        int more() {
            return size - cells;
        }
    }

    private final List<Section> sections = new ArrayList<>();
    private final long[] keys;
    private final byte[] states;
    private final double side;
    private final int columns;
    private final double height;
    private int newest = NONE;
    private int followed = NONE;

    CacheGrid(CacheContents contents, double width, double room) {
        int[] drawn = drawn(contents);
        int cells = Arrays.stream(drawn).sum();
        keys = new long[cells];
        states = new byte[cells];
        side = side(drawn, width, room);
        columns = Math.max(1, (int) (width / side));
        int cell = 0;
        double top = 0;
        for (int list = 0; list < contents.lists; list++) {
            int begin = contents.begins[list];
            System.arraycopy(contents.keys, begin, keys, cell, drawn[list]);
            System.arraycopy(contents.states, begin, states, cell, drawn[list]);
            sections.add(new Section(
                    contents.names[list],
                    contents.sizes[list],
                    cell,
                    drawn[list],
                    moved(contents.hands[list], begin, drawn[list], cell),
                    contents.handPlaces[list],
                    top));
            if (newest == NONE) {
                newest = moved(contents.newest, begin, drawn[list], cell);
            }
            if (list == contents.followed.list && contents.followed.place < drawn[list]) {
                followed = cell + contents.followed.place;
            }
            cell += drawn[list];
            top += height(drawn[list], columns, side);
        }
        height = top;
    }

    /** How many cells each list gets: all, or its part of {@link #MOST}. */
    private static int[] drawn(CacheContents contents) {
        int[] drawn = new int[contents.lists];
        long all = 0;
        for (int list = 0; list < drawn.length; list++) {
            all += contents.sizes[list];
        }
        int spare = MOST - LEAST * drawn.length;
        for (int list = 0; list < drawn.length; list++) {
            int size = contents.sizes[list];
            long part = all <= MOST ? size : LEAST + spare * (long) size / all;
            drawn[list] = (int) Math.min(Math.min(size, CacheContents.MOST), part);
        }
        return drawn;
    }

    private static double side(int[] drawn, double width, double room) {
        for (double side : SIDES) {
            int columns = Math.max(1, (int) (width / side));
            double height = 0;
            for (int cells : drawn) {
                height += height(cells, columns, side);
            }
            if (height <= room) {
                return side;
            }
        }
        return SIDES[SIDES.length - 1];
    }

    private static double height(int cells, int columns, double side) {
        int rows = (cells + columns - 1) / columns;
        return HEADING + rows * side + BELOW;
    }

    /** The place here of a cell of the contents; {@link #NONE} where it is not among the drawn ones of the list. */
    private static int moved(int cell, int begin, int drawn, int first) {
        return cell >= begin && cell < begin + drawn ? cell - begin + first : NONE;
    }

    List<Section> sections() {
        return sections;
    }

    int cells() {
        return keys.length;
    }

    long key(int cell) {
        return keys[cell];
    }

    /** As {@link CacheContents} has it. */
    byte state(int cell) {
        return states[cell];
    }

    /** The side of a cell. */
    double side() {
        return side;
    }

    double height() {
        return height;
    }

    /** The cell that was put or got last, or {@link #NONE}. */
    int newest() {
        return newest;
    }

    /** The cell of the key that is followed, or {@link #NONE}. */
    int followed() {
        return followed;
    }

    double x(int place) {
        return place % columns * side;
    }

    /** @param place of a cell in its list, from 0 */
    double y(Section section, int place) {
        int row = place / columns;
        return section.top + HEADING + row * side;
    }

    /** How many cells stand side by side. */
    int columns() {
        return columns;
    }

    /**
     * The cell to which one comes by so many from the one that is followed; where none is, the first. Cells of no one key are passed over.
     * {@link #NONE} beyond the ends.
     */
    int from(int by) {
        int step = Integer.signum(by);
        int cell = followed == NONE ? 0 : followed + by;
        while (cell >= 0 && cell < keys.length && keys[cell] == CacheContents.NONE) {
            cell += followed == NONE ? 1 : step;
        }
        return cell >= 0 && cell < keys.length ? cell : NONE;
    }

    /** The cell there, or {@link #NONE}. */
    int at(double x, double y) {
        int column = (int) Math.floor(x / side);
        for (Section section : sections) {
            int row = (int) Math.floor((y - section.top - HEADING) / side);
            int place = row * columns + column;
            if (row >= 0 && column >= 0 && column < columns && place < section.cells) {
                return section.first + place;
            }
            if (row < 0) {
                return NONE;
            }
        }
        return NONE;
    }
}
