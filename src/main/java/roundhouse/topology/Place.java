package roundhouse.topology;

/** Where a region is: degrees north (-90 to 90) and east (-180 to 180). */
public record Place(double latitude, double longitude) {}
