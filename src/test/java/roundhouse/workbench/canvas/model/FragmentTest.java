package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.canvas.Topologies;
import roundhouse.workbench.canvas.model.Fragment.Copied;

class FragmentTest {
    private final Topology topology = Topologies.twoServers();

    @Test
    void takesTheNodesAndTheLinksAmongThem() {
        Topology part = Fragment.of(topology, Set.of("lb-1", "s2"));
        assertThat(part.nodes()).extracting("id").containsExactly("lb-1", "s2");
        assertThat(part.links()).containsExactly(topology.link("lb-1", "s2").orElseThrow());
        assertThat(part.layout()).containsOnlyKeys("lb-1", "s2");
    }

    @Test
    void comesBackFromItsTextTheSame() {
        for (Set<String> ids : Set.of(Set.of("s1"), Set.of("lb-1"), Set.of("clients"), Set.of("lb-1", "s1", "s2"))) {
            Topology part = Fragment.of(topology, ids);
            ReadResult read = TopologyFile.parse(TopologyFile.format(part));
            assertThat(read).isEqualTo(new ReadResult.Read(part));
        }
    }

    @Test
    void pastesUnderFreeIdsAndMoved() {
        Copied copied = Fragment.into(topology, Fragment.of(topology, Set.of("lb-1", "s2")), 20, 30);
        assertThat(copied.copies()).containsExactly("lb-2", "s3");
        Link link = copied.topology().link("lb-2", "s3").orElseThrow();
        assertThat(link.weight()).isEqualTo(3);
        assertThat(copied.topology().layout()).containsEntry("s3", new Position(620, 230));
        assertThat(copied.topology().links()).hasSize(4);
        assertThat(copied.topology().links()).containsAll(topology.links());
    }

    @Test
    void pastesIntoAnEmptyDocumentUnderItsOwnIds() {
        Topology part = Fragment.of(topology, Set.of("lb-1", "s1", "s2"));
        assertThat(Fragment.into(Topology.EMPTY, part, 0, 0).copies()).containsExactly("lb-1", "s1", "s2");
    }

    @Test
    void aDuplicateIsLinkedToTheSameBalancer() {
        Copied copied = Fragment.duplicate(topology, Set.of("s2"), 0, 120);
        assertThat(copied.copies()).containsExactly("s3");
        assertThat(copied.topology().link("lb-1", "s3").orElseThrow().weight()).isEqualTo(3);
        assertThat(copied.topology().links()).hasSize(4);
    }

    @Test
    void aDuplicatedBalancerServesTheSameServers() {
        Copied copied = Fragment.duplicate(topology, Set.of("lb-1"), 0, 120);
        assertThat(copied.topology().linksFrom("lb-2")).extracting(Link::to).containsExactly("s1", "s2");
        assertThat(copied.topology().link("clients", "lb-2"))
                .as("clients send over one link")
                .isEmpty();
    }

    @Test
    void aDuplicatedGroupIsLinkedWithinItself() {
        Copied copied = Fragment.duplicate(topology, Set.of("lb-1", "s1"), 20, 20);
        assertThat(copied.topology().link("lb-2", "s3")).isPresent();
        assertThat(copied.topology().link("lb-2", "s2")).isPresent();
        assertThat(copied.topology().link("lb-1", "s3")).isEmpty();
    }
}
