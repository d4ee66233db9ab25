package roundhouse.further;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.reference.Reference;
import roundhouse.topology.reference.TopologySchema;
import roundhouse.workbench.document.NewNode;

/** Where a further setting of a server shows by its declaration alone. */
public final class SettingChecks {
    private SettingChecks() {}

    public static void check() {
        Server server = NewNode.server(Topology.EMPTY).with(Server.BREAK_TIME, Duration.ofSeconds(3));
        Topology topology = Topology.EMPTY.with(server);
        String text = TopologyFile.format(topology);
        assertThat(text).contains("\"break-time\": \"3s\"");
        assertThat(TopologyFile.parse(text)).isEqualTo(new ReadResult.Read(topology));
        assertThat(TopologyFile.parse(text.replace("3s", "lunch"))).isInstanceOf(ReadResult.Refused.class);
        assertThat(TopologySchema.text()).contains("\"break-time\"");
        assertThat(Server.SETTINGS.form(server).getFirst().fields())
                .extracting(field -> field.label())
                .contains("Break");
        assertThat(Reference.chapter("server").orElseThrow().rows())
                .anySatisfy(row -> assertThat(row.key()).isEqualTo("break-time"));
    }
}
