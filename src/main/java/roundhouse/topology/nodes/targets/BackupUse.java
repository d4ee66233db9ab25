package roundhouse.topology.nodes.targets;

import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/** Which backups serve when no primary can. */
public enum BackupUse {
    /** All of them, by the balancer's algorithm, as nginx does. */
    ALL,
    /** The first that is well, as HAProxy does without {@code option allbackups}; by its maps, whose length that one gives, others too. */
    FIRST;

    /** As files and forms have it. */
    public static final Type<BackupUse> TYPE = new ChoiceType<BackupUse>("use of backups")
            .or(ALL, "all", "All", "They share the load as primaries do: nginx, and HAProxy with allbackups.")
            .or(
                    FIRST,
                    "first",
                    "Only the first",
                    "The first link's that is well: HAProxy. Its maps (static-rr, hashes), as long as that one weighs, have others too.");
}
