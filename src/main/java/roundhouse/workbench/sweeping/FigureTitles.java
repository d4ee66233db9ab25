package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Arrays;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.sweeping.SweepFigure;

/** Figures in a list of choices, by their titles: without a unit, as each cell has one. */
final class FigureTitles extends StringConverter<SweepFigure> {
    @Override
    public String toString(@Nullable SweepFigure figure) {
        return figure == null ? "" : text("sweeping.figure." + figure.key());
    }

    @Override
    public @Nullable SweepFigure fromString(String title) {
        return Arrays.stream(SweepFigure.values())
                .filter(figure -> toString(figure).equals(title))
                .findFirst()
                .orElse(null);
    }
}
