package roundhouse.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import roundhouse.cli.reports.TextTable;
import roundhouse.files.PlainText;
import roundhouse.scaling.CapacityUnits;
import roundhouse.scaling.Price;
import roundhouse.topology.prices.MoneyText;
import roundhouse.topology.prices.PriceCatalogue;
import roundhouse.topology.prices.PriceCatalogueFile;

/** {@code roundhouse prices}: the catalogue of prices that have a name. */
@Command(
        name = "prices",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the prices that have a name, with their date and source. A topology's \"price\" can name them. To have",
            "prices of one's own: 'roundhouse prices --format json > mine.json', change it, and give every command",
            "--prices mine.json."
        })
final class PricesCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (the program's own file); default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(
                format == Format.json ? PriceCatalogueFile.shippedText() : PlainText.of(text(PriceCatalogue.inUse())));
        return ExitCode.WELL;
    }

    private static String text(PriceCatalogue catalogue) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"Price", catalogue.currency(), "of", "date", "source"});
        catalogue
                .items()
                .forEach((name, item) -> rows.add(
                        new String[] {name, words(item.price()), item.provider(), item.date(), item.source()}));
        return TextTable.of(rows, 5, 2);
    }

    private static String words(Price price) {
        List<String> terms = new ArrayList<>();
        add(terms, price.perHour(), "/h");
        add(terms, price.perCoreHour(), "/core-h");
        add(terms, price.perRequest(), "/request");
        add(terms, price.perGigabyte(), "/GB");
        CapacityUnits units = price.units();
        if (units != null) {
            add(terms, units.price(), "/h for a unit");
        }
        return terms.isEmpty() ? "0" : String.join(" + ", terms);
    }

    private static void add(List<String> terms, double amount, String unit) {
        if (amount > 0) {
            terms.add(MoneyText.amount(amount) + unit);
        }
    }
}
