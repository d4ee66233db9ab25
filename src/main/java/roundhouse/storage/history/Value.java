package roundhouse.storage.history;

import java.util.List;

/** What an operation writes or answers. */
public sealed interface Value {
    /** No value: an empty register or queue, an operation without an argument. */
    Value NOTHING = new Nothing();

    record Nothing() implements Value {
        @Override
        public String toString() {
            return "nothing";
        }
    }

    record Whole(long number) implements Value {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    record Truth(boolean value) implements Value {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    record Text(String text) implements Value {
        @Override
        public String toString() {
            return '"' + text + '"';
        }
    }

    record Many(List<Value> items) implements Value {
        public Many {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.toString();
        }
    }
}
