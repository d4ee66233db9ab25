package roundhouse.workbench.tradeoffs;

import java.util.ArrayList;
import java.util.List;
import roundhouse.workbench.FigureText;

/**
 * An axis from nothing up, with round marks.
 *
 * @param most at its upper end, more than 0
 * @param step from one mark to the next
 */
record StaleScale(double most, double step, PacelcModel.Staleness of) implements PacelcAxis {
    private static final int MARKS = 5;

    /** Up to a mark that is not below that; where nothing is stale to 1 %, or a millisecond. */
    static StaleScale upTo(double value, PacelcModel.Staleness of) {
        double least = value > 0 ? value : of == PacelcModel.Staleness.SHARE ? 0.01 : 1e6;
        double wanted = least / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double step = power * 10;
        for (int digit : new int[] {1, 2, 5}) {
            if (digit * power >= wanted * (1 - 1e-9)) {
                step = digit * power;
                break;
            }
        }
        double most = Math.ceil(least / step - 1e-9) * step;
        return new StaleScale(of == PacelcModel.Staleness.SHARE ? Math.min(most, 1) : most, step, of);
    }

    @Override
    public double at(double value) {
        return value / most;
    }

    @Override
    public List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; i * step <= most * (1 + 1e-9); i++) {
            marks.add(i * step);
        }
        return marks;
    }

    @Override
    public String text(double mark) {
        return of == PacelcModel.Staleness.SHARE ? FigureText.percent(mark) : FigureText.duration(Math.round(mark));
    }
}
