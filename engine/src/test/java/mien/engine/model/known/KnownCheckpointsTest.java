package mien.engine.model.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mien.engine.model.known.Identification.Broken;
import mien.engine.model.known.Identification.Recognised;
import mien.engine.model.known.Identification.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownCheckpointsTest {

    private static final KnownCheckpoints KNOWN = KnownCheckpoints.standard();

    static Stream<String> ids() {
        return KNOWN.all().stream().map(KnownCheckpoint::id);
    }

    /** Those large enough that one fault leaves no doubt what the file is. */
    static Stream<String> networks() {
        return KNOWN.all().stream()
                .filter(k -> k.tensors().needed().size() >= 5)
                .map(KnownCheckpoint::id);
    }

    private static KnownCheckpoint known(String id) {
        return KNOWN.named(id).orElseThrow();
    }

    private static Map<String, Shape> file(String id, String prefix) {
        Map<String, Shape> file = new LinkedHashMap<>();
        known(id).tensors().shapes().forEach((name, shape) -> file.put(prefix + name, shape));
        return file;
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyCheckpointIsRecognisedWhateverStandsBeforeItsNames(String id) {
        for (String prefix :
                List.of(
                        "",
                        "module.",
                        "model.",
                        "state_dict.",
                        "ema.",
                        "state_dict.model.module.")) {
            Recognised found =
                    assertInstanceOf(Recognised.class, KNOWN.identify(file(id, prefix)), prefix);
            assertEquals(id, found.known().id(), prefix);
            assertEquals(prefix, found.prefix());
            assertTrue(found.complete());
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theOrderOfTheTensorsSaysNothing(String id) {
        List<Map.Entry<String, Shape>> shuffled = new ArrayList<>(file(id, "").entrySet());
        Collections.shuffle(shuffled, new Random(3));
        Map<String, Shape> file = new LinkedHashMap<>();
        shuffled.forEach(e -> file.put(e.getKey(), e.getValue()));
        assertEquals(id, assertInstanceOf(Recognised.class, KNOWN.identify(file)).known().id());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void whatTheNetworkCanDoWithoutMayBeLacking(String id) {
        Map<String, Shape> file = file(id, "model.");
        known(id).tensors().dispensable().forEach(name -> file.remove("model." + name));
        Recognised found = assertInstanceOf(Recognised.class, KNOWN.identify(file));
        assertEquals(known(id).tensors().dispensable().isEmpty(), found.complete());
        assertEquals(List.copyOf(known(id).tensors().needed()).size(), file.size());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void oneMissingTensorIsNamed(String id) {
        for (String prefix : List.of("", "module.")) {
            List<String> needed = known(id).tensors().needed();
            String lost = prefix + needed.get(needed.size() / 2);
            Map<String, Shape> file = file(id, prefix);
            file.remove(lost);
            Broken broken = assertInstanceOf(Broken.class, KNOWN.identify(file));
            assertEquals(id, broken.known().id());
            assertEquals(List.of(lost), broken.missing());
            assertEquals(List.of(), broken.misshaped());
            assertEquals(List.of(), broken.leftOver());
            assertTrue(broken.sentence().contains("1 missing (" + lost + ")"), broken.sentence());
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void oneWrongShapeIsNamedWithBothShapes(String id) {
        List<String> needed = known(id).tensors().needed();
        String bent = needed.get(needed.size() / 3);
        Map<String, Shape> file = file(id, "");
        Shape right = file.put(bent, new Shape(3, 1, 4, 1, 5));
        Broken broken = assertInstanceOf(Broken.class, KNOWN.identify(file));
        assertEquals(id, broken.known().id());
        assertEquals(
                List.of(bent + " is " + new Shape(3, 1, 4, 1, 5) + ", expected " + right),
                broken.misshaped());
        assertEquals(List.of(), broken.missing());
        assertFalse(broken.onlyLeftOver());
    }

    @Test
    void aTensorTooManyIsLeftOver() {
        Map<String, Shape> file = file("bisenet", "module.");
        file.put("module.extra.weight", new Shape(2));
        file.put("optimizer.step", new Shape()); // not behind the prefix: none of the network's
        Broken broken = assertInstanceOf(Broken.class, KNOWN.identify(file));
        assertEquals(List.of("module.extra.weight"), broken.leftOver());
        assertTrue(broken.onlyLeftOver());
    }

    @Test
    void namesAtRandomAreUnknown() {
        Random random = new Random(5);
        Map<String, Shape> file = new LinkedHashMap<>();
        for (int i = 0; i < 400; i++) {
            file.put("block%d.w%d".formatted(i, random.nextInt(9)), new Shape(random.nextInt(64)));
        }
        Unknown unknown = assertInstanceOf(Unknown.class, KNOWN.identify(file));
        assertEquals(400, unknown.tensors());
        assertEquals(4, unknown.some().size());
        assertTrue(unknown.nearest().isEmpty());
        assertTrue(unknown.sentence().contains("400 tensors"), unknown.sentence());
    }

    @Test
    void aFileWithoutTensorsIsUnknown() {
        assertTrue(KNOWN.identify(Map.of()).sentence().contains("no tensors"));
    }

    @Test
    void aNetworkOfAnotherSizeIsUnknownAndTheSentenceSaysWhatItResembles() {
        Map<String, Shape> file = new LinkedHashMap<>();
        file("diffusionrig", "")
                .forEach(
                        (name, shape) -> {
                            long[] sides = shape.getShape().clone();
                            if (sides.length > 0) {
                                sides[0] += 1;
                            }
                            file.put(name, new Shape(sides));
                        });
        Unknown unknown = assertInstanceOf(Unknown.class, KNOWN.identify(file));
        assertEquals("diffusionrig", unknown.nearest().orElseThrow().known().id());
        assertEquals(1, unknown.nearest().orElseThrow().named());
        assertTrue(unknown.sentence().contains("100 % of the names"), unknown.sentence());
    }

    @Test
    void halfANetworkIsUnknownAndMostOfItBroken() {
        List<String> names = known("diffface").tensors().needed();
        assertInstanceOf(Unknown.class, KNOWN.identify(first("diffface", names.size() / 2)));
        assertInstanceOf(Broken.class, KNOWN.identify(first("diffface", names.size() * 3 / 4)));
    }

    private static Map<String, Shape> first(String id, int count) {
        Map<String, Shape> file = new LinkedHashMap<>();
        file(id, "").entrySet().stream()
                .limit(count)
                .forEach(e -> file.put(e.getKey(), e.getValue()));
        return file;
    }

    @Test
    void ofTheTwoCopiesInAPidmFileTheMovingAverageIsUsed() {
        Map<String, Shape> file = file("pidm", "model.");
        file.putAll(file("pidm", "ema."));
        file.put("optimizer.state.0.exp_avg", new Shape(512, 128));
        Recognised found = assertInstanceOf(Recognised.class, KNOWN.identify(file));
        assertEquals("ema.", found.prefix());
    }

    @Test
    void ofEqualCopiesTheOneTheAuthorsUseWinsNotTheShortestPrefix() {
        Map<String, Shape> file = file("vq-f4", "old.");
        file.putAll(file("vq-f4", "state_dict."));
        Recognised found = assertInstanceOf(Recognised.class, KNOWN.identify(file));
        assertEquals("state_dict.", found.prefix());
    }

    @Test
    void wordsThatOnlyEndLikeTheNetworksNamesAreNotItsNames() {
        assertInstanceOf(Unknown.class, KNOWN.identify(file("s3fd", "my_")));
        assertInstanceOf(Recognised.class, KNOWN.identify(file("s3fd", "my_net.")));
    }

    @Test
    void aLightningFileWithItsLossAndItsMovingAverageIsRecognised() {
        Map<String, Shape> file = file("vq-f4", "state_dict.");
        file.put("state_dict.loss.discriminator.main.0.weight", new Shape(64, 3, 4, 4));
        file.put("state_dict.model_ema.decay", new Shape());
        file.put("optimizer_states.0.state.1.exp_avg", new Shape(9));
        assertEquals(
                "vq-f4", assertInstanceOf(Recognised.class, KNOWN.identify(file)).known().id());
    }

    @Test
    void aDiffusionModelWithOneFaultIsNotTakenForTheAutoencoderInIt() {
        Map<String, Shape> file = file("sd15", "");
        file.remove("model.diffusion_model.out.2.bias");
        Broken broken = assertInstanceOf(Broken.class, KNOWN.identify(file));
        assertEquals("sd15", broken.known().id());
    }

    @Test
    void whatTheArtistSaysAFileIsIsComparedWithThatNetworkAlone() {
        Map<String, Shape> file = file("arcface-r101", "");
        Broken broken =
                assertInstanceOf(Broken.class, KNOWN.compare(known("arcface-r101se"), file));
        assertEquals(
                known("arcface-r101se").tensors().needed().size()
                        - known("arcface-r101").tensors().needed().size(),
                broken.missing().size());
        assertInstanceOf(Recognised.class, KNOWN.compare(known("arcface-r101"), file));
        assertInstanceOf(Broken.class, KNOWN.compare(known("s3fd"), Map.of("a", new Shape(1))));
    }

    @Test
    void everyCheckpointSaysWhereItIsFoundAndUnderWhichLicense() {
        assertTrue(KNOWN.all().size() >= 50);
        for (KnownCheckpoint known : KNOWN.all()) {
            assertTrue(known.published() || known.page().startsWith("none: "), known.id());
            for (String text : List.of(known.license(), known.file(), known.purpose())) {
                assertFalse(text.isBlank(), known.id());
            }
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new KnownCheckpoints(List.of(known("s3fd"), known("s3fd"))));
    }
}
