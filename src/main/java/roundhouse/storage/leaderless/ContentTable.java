package roundhouse.storage.leaderless;

import java.util.Arrays;
import roundhouse.storage.tables.ObjectTable;

/** What a member has, key by key, and how often versions met in it that did not know of each other. It is on disk. */
final class ContentTable {
    private final ObjectTable<Content> contents = new ObjectTable<>();
    private final Content nothing;
    private long conflicts;
    private long siblings;

    ContentTable(Conflicts how) {
        nothing = how.nothing();
    }

    Content get(long key) {
        return contents.getOr(key, nothing);
    }

    /** Takes in a content, with what is there. */
    void merge(long key, Content content) {
        replace(key, get(key).merge(content), content.versions());
    }

    /** Puts what this member itself made of what was there. */
    void change(long key, Content changed) {
        replace(key, changed, 1);
    }

    private void replace(long key, Content content, int versionsThatCame) {
        int before = get(key).versions();
        int after = content.versions();
        if (after > Math.max(1, Math.max(before, versionsThatCame))) {
            conflicts++;
        }
        siblings += Math.max(0, after - 1) - Math.max(0, before - 1);
        contents.put(key, content);
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

    void drop(long key) {
        siblings -= Math.max(0, get(key).versions() - 1);
        contents.put(key, nothing);
    }
}
