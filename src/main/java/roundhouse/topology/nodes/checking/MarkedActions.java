package roundhouse.topology.nodes.checking;

import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ChoiceType;

/**
 * What a balancer does with what is under way when checks mark a target as down or up, as HAProxy's {@code on-marked-down} and
 * {@code on-marked-up}.
 *
 * @param down whether what goes over connections to a target that is marked down is broken off
 * @param up whether that is done with what backups have when another target is marked up
 */
public record MarkedActions(boolean down, boolean up) {
    private static final Declarations<MarkedActions> DECLARED = Declarations.of(MarkedActions.class, "a health check");

    public static final Setting<MarkedActions, Boolean> DOWN = DECLARED.setting(
                    "on-marked-down",
                    MarkedActions::down,
                    new ChoiceType<Boolean>("action")
                            .or(false, "none", "Nothing", "What it has in hand may finish.")
                            .or(
                                    true,
                                    "shutdown-sessions",
                                    "Shut down its sessions",
                                    "Connections to it are closed, requests there have failed."))
            .component("down")
            .says("When marked down", "What happens to what a target has in hand when checks take it out.")
            .usually(false);
    public static final Setting<MarkedActions, Boolean> UP = DECLARED.setting(
                    "on-marked-up",
                    MarkedActions::up,
                    new ChoiceType<Boolean>("action")
                            .or(false, "none", "Nothing", "What backups have in hand may finish.")
                            .or(
                                    true,
                                    "shutdown-backup-sessions",
                                    "Shut down sessions of backups",
                                    "Connections to backups are closed, requests there have failed."))
            .component("up")
            .says("When marked up", "What happens to what backups have in hand when checks take another target back.")
            .usually(false);

    public static final Settings<MarkedActions> SETTINGS = DECLARED.settings();
    public static final MarkedActions NONE = SETTINGS.usual();
}
