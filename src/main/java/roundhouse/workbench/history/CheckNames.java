package roundhouse.workbench.history;

import javafx.util.StringConverter;
import roundhouse.storage.checking.Check;

/** Checks by the names that the command line has for them. */
final class CheckNames extends StringConverter<Check> {
    @Override
    public String toString(Check check) {
        return check == null ? "" : check.key();
    }

    @Override
    public Check fromString(String key) {
        return Check.of(key).orElseThrow();
    }
}
