import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDF files with veraPDF and prints one JSON object: path → {assertions, failures}.
 * A failure is {flavour, rule, message, where, count}, one a broken rule; none when the file conforms.
 * The assertions are counted so that a validator which looked at nothing cannot pass for one which
 * found nothing.
 *
 * <p>Usage: VeraPdf FLAVOUR[,FLAVOUR…] FILE… with veraPDF's own flavour ids, such as ua1,2a.
 */
public final class VeraPdf {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset(); // it logs every odd object it meets; the findings say all
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, Object> answer = new LinkedHashMap<>();
        for (int index = 1; index < arguments.length; index++) {
            answer.put(arguments[index], examine(arguments[index], arguments[0].split(",")));
        }
        System.out.println(new ObjectMapper().writeValueAsString(answer));
    }

    private static Map<String, Object> examine(String path, String[] flavours) {
        List<Map<String, Object>> failures = new ArrayList<>();
        int assertions = 0;
        for (String id : flavours) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                assertions += result.getTotalAssertions();
                failures.addAll(broken(id, result));
            } catch (Exception unreadable) {
                failures.add(failure(id, "unreadable", String.valueOf(unreadable.getMessage()), ""));
            }
        }
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("assertions", assertions);
        found.put("failures", failures);
        return found;
    }

    /** One entry a broken rule: how often, and the first place. */
    private static List<Map<String, Object>> broken(String flavour, ValidationResult result) {
        Map<String, Map<String, Object>> byRule = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) {
                continue;
            }
            String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            Map<String, Object> entry = byRule.computeIfAbsent(rule, unused ->
                    failure(flavour, rule, assertion.getMessage(), assertion.getLocation().getContext()));
            entry.merge("count", 1, (before, more) -> (Integer) before + (Integer) more);
        }
        return new ArrayList<>(byRule.values());
    }

    private static Map<String, Object> failure(String flavour, String rule, String message, String where) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("flavour", flavour);
        entry.put("rule", rule);
        entry.put("message", message.replaceAll("\\s+", " "));
        entry.put("where", where);
        return entry;
    }
}
