package roundhouse.caching.eviction;

import java.util.List;
import roundhouse.caching.eviction.lists.ListVisitor;
import roundhouse.caching.eviction.lists.SlotLists;

/** A policy that keeps each entry in one of a few lists. */
abstract class ListEviction extends Eviction {
    protected final SlotLists lists;
    private final List<String> names;
    /** The list that the entry was in that is being thrown out. */
    private int left;

    /** @param names what the lists are called, in their order */
    ListEviction(Residents residents, String... names) {
        super(residents);
        this.names = List.of(names);
        lists = new SlotLists(names.length);
    }

    /** Appends an entry at a list's newest end. */
    protected final void append(int list, int slot) {
        lists.append(list, slot, residents.units(slot));
    }

    protected final void move(int list, int slot) {
        lists.move(list, slot, residents.units(slot));
    }

    protected final void evict(int slot) {
        left = lists.list(slot);
        lists.remove(slot, residents.units(slot));
        residents.evict(slot);
    }

    /** The list that the entry was in that is being thrown out, and its name. */
    protected final int left() {
        return left;
    }

    protected final String leftName() {
        return names.get(left);
    }

    /** How much that list had when the entry was still in it. */
    protected final long leftUnits(int slot) {
        return lists.units(left) + residents.units(slot);
    }

    @Override
    public void removed(int slot) {
        lists.remove(slot, residents.units(slot));
    }

    @Override
    public void resized(int slot, long moreUnits) {
        lists.resized(slot, moreUnits);
    }

    @Override
    public void slots(int count) {
        lists.slots(count);
    }

    @Override
    public void describe(ListVisitor out) {
        for (int list = 0; list < names.size(); list++) {
            describe(list, out);
        }
    }

    /** The keys of one list, the newest first. */
    protected final void describe(int list, ListVisitor out) {
        out.list(names.get(list));
        for (int slot = lists.newest(list); slot != SlotLists.NONE; slot = lists.older(slot)) {
            out.key(residents.key(slot));
        }
    }
}
