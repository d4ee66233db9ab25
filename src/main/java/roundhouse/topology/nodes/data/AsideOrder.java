package roundhouse.topology.nodes.data;

import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/** In which order a writer that keeps its cache aside sees to store and cache. */
public enum AsideOrder {
    UPDATE_THEN_DELETE,
    DELETE_THEN_UPDATE,
    UPDATE_THEN_SET;

    /** As files and forms have it. */
    public static final Type<AsideOrder> TYPE = new ChoiceType<AsideOrder>("order of writing")
            .or(
                    UPDATE_THEN_DELETE,
                    "update-then-delete",
                    "Update, then delete",
                    "The store first, then the cached value goes.")
            .or(
                    DELETE_THEN_UPDATE,
                    "delete-then-update",
                    "Delete, then update",
                    "The cached value goes first; who reads in between brings the old one back.")
            .or(
                    UPDATE_THEN_SET,
                    "update-then-set",
                    "Update, then set",
                    "The store first, then the value in the cache.");
}
