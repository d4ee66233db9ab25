package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

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
        places.add(new Option("", text("inspector.in-memory"), text("inspector.in-memory-summary")));
        places.addAll(Stores.besides(topology, selected));
        DataSettings data = server.data();
        List<FormSection<Server>> sections = edited(
                super.sections(topology, server, selected),
                "data.store",
                Keepers.choice(
                        topology,
                        data == null ? null : data.store(),
                        text("inspector.keeper-caches"),
                        text("inspector.keeper-caches-summary")));
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
                text("inspector.weight"),
                link -> link.to().equals(server.id()),
                link -> text("inspector.weight-from", document.topology().title(link.from())));
    }
}
