package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.Editor.Option;
import roundhouse.topology.forms.FormSection;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.workbench.document.Document;

/** The form of servers: the weights they are given, and the other servers that can hold their session state. */
final class ServerForm extends KindForm<Server> {
    ServerForm() {
        super(Server.SETTINGS);
    }

    @Override
    List<FormSection<Server>> sections(Topology topology, Server server, Set<String> selected) {
        List<Option> places = new ArrayList<>();
        places.add(new Option("", "In memory", "Lost when the server crashes."));
        places.addAll(Stores.besides(topology, selected));
        DataSettings data = server.data();
        List<FormSection<Server>> sections = edited(
                super.sections(topology, server, selected),
                "data.store",
                Keepers.choice(
                        topology,
                        data == null ? null : data.store(),
                        "The caches'",
                        "The caches read and write theirs."));
        return edited(sections, "state.store", new Editor.Choice(places));
    }

    @Override
    Topology put(Topology topology, Server changed) {
        return Keepers.put(topology, Stores.put(topology, changed), changed);
    }

    @Override
    Optional<Group> weights(Document document, Server server) {
        return Weights.group(
                document,
                "Weight",
                link -> link.to().equals(server.id()),
                link -> "From " + EditTarget.title(document.topology(), link.from()));
    }
}
