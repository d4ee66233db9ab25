package roundhouse.topology.reference;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import roundhouse.topology.files.TopologyFile;

/** The shipped JSON Schema, as somebody else's validator understands it. */
public final class Schema {
    static final com.networknt.schema.Schema SHIPPED = load();

    private Schema() {}

    private static com.networknt.schema.Schema load() {
        try (InputStream in = TopologyFile.class.getResourceAsStream("/roundhouse/topology/topology.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(in), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Error> errors(String text) {
        return SHIPPED.validate(text, InputFormat.JSON);
    }
}
