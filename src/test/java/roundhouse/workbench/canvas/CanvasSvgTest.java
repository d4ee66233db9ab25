package roundhouse.workbench.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.document.KnownNodes;

class CanvasSvgTest {
    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private Document svg(Topology topology, Frame frame) throws Exception {
        Path file = directory.resolve("canvas.svg");
        CanvasPicture.write(topology, KnownNodes.of(topology), frame, new PictureSize(900, 400, 1, false), file);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    @Test
    void hasCardsLinksAndADotForEachRequest() throws Exception {
        Topology topology = Topologies.twoServers();
        Document svg = svg(topology, SyntheticFrame.of(topology, 40));
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 900 400");
        assertThat(elements(svg, "text"))
                .extracting(Element::getTextContent)
                .contains(topology.nodes().stream().map(node -> node.title()).toArray(String[]::new));
        assertThat(elements(svg, "line"))
                .hasSizeGreaterThanOrEqualTo(topology.links().size());
        assertThat(elements(svg, "ellipse").size()
                        + elements(svg, "polygon").size()
                        + elements(svg, "rect").size())
                .isGreaterThanOrEqualTo(40);
        assertThat(elements(svg, "image")).isEmpty();
    }

    @Test
    void namesThatMeanSomethingElsewhereAreOnlyWords() throws Exception {
        Topology plain = Topologies.twoServers();
        String hostile = "<b>\"&'\u0001\ud800</b>";
        Topology topology = plain.with(((Server) plain.node("s1").orElseThrow()).with(Server.LABEL, "<b>&"));
        assertThat(elements(svg(topology, SyntheticFrame.of(topology, 0)), "text"))
                .extracting(Element::getTextContent)
                .contains("<b>&");
        assertThat(roundhouse.workbench.canvas.pictures.SvgText.escaped(hostile))
                .isEqualTo("&lt;b&gt;&quot;&amp;&#39;&lt;/b&gt;");
    }
}
