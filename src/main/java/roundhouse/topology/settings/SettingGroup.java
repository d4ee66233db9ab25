package roundhouse.topology.settings;

import java.util.List;

/** What is said to people of the settings of one kind of thing. */
public interface SettingGroup {
    /** One of these, as messages call it: "a server". */
    String what();

    /** What people call one of these: "Load balancer"; may be empty. */
    String title();

    /** What it is, in a sentence; may be empty. */
    String description();

    /** Every setting, in the order of files. */
    List<SettingRow> rows();
}
