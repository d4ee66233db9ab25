package roundhouse.workbench.sweeping;

import java.util.Arrays;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.sweeping.SweepFigure;

/** Figures in a list of choices, by their titles. */
final class FigureTitles extends StringConverter<SweepFigure> {
    @Override
    public String toString(@Nullable SweepFigure figure) {
        return figure == null ? "" : figure.title();
    }

    @Override
    public @Nullable SweepFigure fromString(String title) {
        return Arrays.stream(SweepFigure.values())
                .filter(figure -> figure.title().equals(title))
                .findFirst()
                .orElse(null);
    }
}
