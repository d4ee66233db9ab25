package roundhouse.workbench.canvas;

import roundhouse.topology.Topology;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.KnownNodes;

/** A canvas to look at only: the whole drawing of a design and the requests of its run, painted as on the large one. */
public final class SmallCanvas extends CanvasSurface {
    /** @param topology what its run begins with */
    public SmallCanvas(Topology topology) {
        super(model(topology));
        getStyleClass().add("small-canvas");
        setFocusTraversable(false);
        setMouseTransparent(true);
        setMinSize(0, 0);
        bare();
    }

    private static CanvasModel model(Topology topology) {
        Document document = new Document();
        document.open(topology, null);
        document.known().become(KnownNodes.of(topology));
        CanvasModel model = new CanvasModel(document);
        model.fitWithin(10);
        return model;
    }
}
