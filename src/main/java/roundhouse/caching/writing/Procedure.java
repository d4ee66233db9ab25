package roundhouse.caching.writing;

import static roundhouse.caching.writing.DataStep.CACHE_DELETE;
import static roundhouse.caching.writing.DataStep.CACHE_GET;
import static roundhouse.caching.writing.DataStep.CACHE_SET;
import static roundhouse.caching.writing.DataStep.DONE;
import static roundhouse.caching.writing.DataStep.FAILED;
import static roundhouse.caching.writing.DataStep.QUEUE;
import static roundhouse.caching.writing.DataStep.STORE_DELETE;
import static roundhouse.caching.writing.DataStep.STORE_READ;
import static roundhouse.caching.writing.DataStep.STORE_WRITE;

/**
 * The steps of a read or a write, one after the other: what comes first, and what comes after a step that ended this way or that. A pure
 * function, so that whoever runs it keeps nothing but the step it is at, and others' steps can come between any two.
 *
 * <p>Two kinds differ in who does it. Where an application keeps cache and store itself (cache-aside), a cache that does not answer is
 * no reason to fail: it reads from the store, and leaves what it could not delete. Where the cache does it, its own steps do not fail.
 */
public enum Procedure {
    /** Cache-aside: cache, otherwise store and then into the cache. */
    ASIDE_READ(CACHE_GET) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return switch (step) {
                case CACHE_GET -> end == StepEnd.OK ? DONE : STORE_READ;
                case STORE_READ -> end == StepEnd.OK ? CACHE_SET : end == StepEnd.NOTHING ? DONE : FAILED;
                default -> DONE;
            };
        }
    },

    /** Cache-aside: the store, then the key is deleted from the cache. */
    UPDATE_THEN_DELETE(STORE_WRITE) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return step == STORE_WRITE ? orFail(CACHE_DELETE, end) : DONE;
        }
    },

    /** Cache-aside the wrong way round: a reader between the two puts the old value back for good. */
    DELETE_THEN_UPDATE(CACHE_DELETE) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return step == CACHE_DELETE ? STORE_WRITE : orFail(DONE, end);
        }
    },

    /** Cache-aside: the store, then the new value into the cache; two writers can do it in another order there than here. */
    UPDATE_THEN_SET(STORE_WRITE) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return step == STORE_WRITE ? orFail(CACHE_SET, end) : DONE;
        }
    },

    /** Write-around: the store alone. What is cached stays until it expires or somebody invalidates it. */
    WRITE_AROUND(STORE_WRITE) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return orFail(DONE, end);
        }
    },

    /** Write-back: the cache, and the queue of what is not stored yet. */
    WRITE_BACK(CACHE_SET) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return step == CACHE_SET ? orFail(QUEUE, end) : orFail(DONE, end);
        }
    },

    /** Write-back of a removal. */
    REMOVE_BACK(CACHE_DELETE) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return step == CACHE_DELETE ? orFail(QUEUE, end) : orFail(DONE, end);
        }
    },

    /** Read-through: the cache, otherwise it reads from the store; that there is nothing is not remembered. */
    READ_THROUGH(CACHE_GET) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return switch (step) {
                case CACHE_GET -> foundOr(DONE, STORE_READ, end);
                case STORE_READ -> foundOr(CACHE_SET, DONE, end);
                default -> DONE;
            };
        }
    },

    /** Write-through: the store, then the cache; when the store refuses, both stay as they are. Ehcache's put, Hazelcast's set. */
    WRITE_THROUGH(STORE_WRITE) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return step == STORE_WRITE ? orFail(CACHE_SET, end) : DONE;
        }
    },

    /** Write-through of a removal, whether there is something or not. Ehcache's remove. */
    REMOVE_THROUGH(STORE_DELETE) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return step == STORE_DELETE ? orFail(CACHE_DELETE, end) : DONE;
        }
    },

    /** Ehcache's putIfAbsent: what is there, in the cache or read from the store into it, otherwise a write-through. */
    PUT_IF_ABSENT_THROUGH(CACHE_GET) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return switch (step) {
                case CACHE_GET -> foundOr(DONE, STORE_READ, end);
                case STORE_READ -> foundOr(CACHE_SET, STORE_WRITE, end);
                case STORE_WRITE -> orFail(CACHE_SET, end);
                default -> DONE;
            };
        }
    },

    /** Ehcache's replace: a write-through of a key that is in the cache or the store, otherwise nothing. */
    REPLACE_THROUGH(CACHE_GET) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return switch (step) {
                case CACHE_GET -> foundOr(STORE_WRITE, STORE_READ, end);
                case STORE_READ -> foundOr(STORE_WRITE, DONE, end);
                case STORE_WRITE -> orFail(CACHE_SET, end);
                default -> DONE;
            };
        }
    },

    /** Hazelcast's put: reads the old value first, from the store if need be. */
    GET_AND_PUT_THROUGH(CACHE_GET) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return switch (step) {
                case CACHE_GET -> foundOr(STORE_WRITE, STORE_READ, end);
                case STORE_READ -> orFail(STORE_WRITE, end);
                case STORE_WRITE -> orFail(CACHE_SET, end);
                default -> DONE;
            };
        }
    },

    /** Hazelcast's remove: reads the old value first; of what is neither in the cache nor in the store it deletes nothing. */
    GET_AND_REMOVE_THROUGH(CACHE_GET) {
        @Override
        public DataStep after(DataStep step, StepEnd end) {
            return switch (step) {
                case CACHE_GET -> foundOr(STORE_DELETE, STORE_READ, end);
                case STORE_READ -> foundOr(STORE_DELETE, DONE, end);
                case STORE_DELETE -> orFail(CACHE_DELETE, end);
                default -> DONE;
            };
        }
    };

    private final DataStep first;

    Procedure(DataStep first) {
        this.first = first;
    }

    /** What is done first. */
    public DataStep first() {
        return first;
    }

    /** What is done after a step, one of its own and not {@link DataStep#DONE} or {@link DataStep#FAILED}. */
    public abstract DataStep after(DataStep step, StepEnd end);

    private static DataStep orFail(DataStep next, StepEnd end) {
        return end == StepEnd.FAILED ? FAILED : next;
    }

    private static DataStep foundOr(DataStep found, DataStep nothing, StepEnd end) {
        return switch (end) {
            case OK -> found;
            case NOTHING -> nothing;
            case FAILED -> FAILED;
        };
    }
}
