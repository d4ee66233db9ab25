package roundhouse.topology;

/** Where a node's top left corner stands on the canvas, in canvas pixels at 100 %. */
public record Position(double x, double y) {}
