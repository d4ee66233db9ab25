package roundhouse.workbench.canvas.painting;

import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.canvas.model.Live;

/** The mark of a node's state on a plain box. */
record BoxMark(Ink g, CanvasColours colours) {
    static final double SIZE = 7;

    /** A dot while it is well, a cross while it is down, two bars while it is paused, else a triangle. */
    void paint(Live live, String node, double x, double y) {
        byte condition = live.condition(node);
        switch (condition == NodeState.UP && isAlarming(live, node) ? NodeState.SLOW : condition) {
            case NodeState.DOWN -> {
                g.setStroke(colours.danger());
                g.setLineWidth(2);
                g.strokeLine(x, y, x + SIZE, y + SIZE);
                g.strokeLine(x, y + SIZE, x + SIZE, y);
            }
            case NodeState.PAUSED -> {
                g.setFill(colours.danger());
                g.fillRect(x, y, 2.5, SIZE);
                g.fillRect(x + SIZE - 2.5, y, 2.5, SIZE);
            }
            case NodeState.SLOW, NodeState.FAULTY -> {
                g.setFill(colours.warning());
                g.fillPolygon(new double[] {x, x + SIZE / 2, x + SIZE}, new double[] {y + SIZE, y, y + SIZE}, 3);
            }
            default -> {
                g.setFill(colours.success());
                g.fillOval(x, y, SIZE, SIZE);
            }
        }
    }

    private static boolean isAlarming(Live live, String node) {
        int at = live.node(node);
        Frame frame = live.frame();
        return at >= 0 && (frame.storm[at] || frame.data.stampede[at]);
    }
}
