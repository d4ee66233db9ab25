package roundhouse.storage.history;

/** What the numbers of a history stand for. */
public record HistoryNames(NameTable clients, NameTable keys, ValueTable values) {
    public HistoryNames() {
        this(new NameTable(), new NameTable(), new ValueTable());
    }
}
