package roundhouse.storage.leaderless;

import java.util.Arrays;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.tables.ObjectTable;

/** What a member has, key by key, and how often versions met in it that did not know of each other. It is on disk. */
final class ContentTable {
    private final ObjectTable<Content> contents = new ObjectTable<>();
    private final Content nothing;
    private final Outbox outbox;
    /** Whether what is under a key are values that were written, and not a sum or elements. */
    private final boolean tells;

    private long taken;
    private long conflicts;
    private long siblings;

    ContentTable(Conflicts how, Outbox outbox) {
        nothing = how.nothing();
        tells = how == Conflicts.LAST_WRITE_WINS || how == Conflicts.SIBLINGS;
        this.outbox = outbox;
    }

    /** How many times something else was put under a key. */
    long taken() {
        return taken;
    }

    Content get(long key) {
        return contents.getOr(key, nothing);
    }

    /** Takes in a content, with what is there. */
    void merge(long key, Content content) {
        Content before = get(key);
        Content after = before.merge(content);
        replace(key, after, content.versions());
        if (tells && !after.equals(content)) {
            // What came was replaced before it came.
            gone(key, content, before, after);
        }
    }

    /** Puts what this member itself made of what was there. */
    void change(long key, Content changed) {
        replace(key, changed, 1);
    }

    private void replace(long key, Content content, int versionsThatCame) {
        Content was = get(key);
        int before = was.versions();
        int after = content.versions();
        if (after > Math.max(1, Math.max(before, versionsThatCame))) {
            conflicts++;
        }
        siblings += Math.max(0, after - 1) - Math.max(0, before - 1);
        contents.put(key, content);
        if (!content.equals(was)) {
            taken++;
            if (tells) {
                tell(key, was, content);
            } else {
                outbox.becomes(key, content.found().value(), content.sum());
            }
        }
    }

    private void tell(long key, Content before, Content after) {
        long[] values = after.found().values();
        for (long value : values) {
            if (!has(before, value)) {
                outbox.holds(key, value);
            }
        }
        gone(key, before, nothing, after);
    }

    /** Values that are not among those after, nor were among others. */
    private void gone(long key, Content content, Content others, Content after) {
        for (long value : content.found().values()) {
            if (!has(after, value) && !has(others, value)) {
                outbox.drops(key, value, after.found().value());
            }
        }
    }

    private static boolean has(Content content, long value) {
        for (long each : content.found().values()) {
            if (each == value) {
                return true;
            }
        }
        return false;
    }

    /** How often versions that did not know of each other met here. */
    long conflicts() {
        return conflicts;
    }

    /** How many versions there are beside the first of each key. */
    long siblings() {
        return siblings;
    }

    /** The keys under which there is anything, in ascending order. */
    long[] keys() {
        return Arrays.stream(contents.keys())
                .filter(key -> !get(key).equals(nothing))
                .toArray();
    }

    /** What is under the key is at other members from now on. */
    void drop(long key) {
        if (tells) {
            gone(key, get(key), nothing, nothing);
        } else {
            outbox.becomes(key, nothing.found().value(), nothing.sum());
        }
        siblings -= Math.max(0, get(key).versions() - 1);
        contents.put(key, nothing);
    }
}
