package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import mien.engine.edit.EditException;
import mien.engine.edit.Pack;
import mien.engine.net.AdmConfig;
import mien.engine.net.ArcFace;
import mien.engine.net.EyeNetConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwapModelTest {

    private static final ArcFace.Config RECOGNISER =
            new ArcFace.Config(List.of(3, 4, 23, 3), true, 64, 512, 112);

    /** A description that was written and read again. */
    private record Described(JsonNode json) implements Pack {

        static Described of(ObjectNode sections) {
            try {
                return new Described(new ObjectMapper().readTree(sections.toPrettyString()));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        public String id() {
            return "described";
        }

        @Override
        public Path file(String role) {
            throw new AssertionError("no file is read");
        }

        @Override
        public JsonNode section(String name) {
            return json.path(name);
        }
    }

    private static ObjectNode published(AdmConfig unet) {
        ObjectNode all = SwapModel.unetSections(256, unet, SwapModel.Diffusion.published());
        return all.setAll(SwapModel.expertSection("identity", RECOGNISER));
    }

    @Test
    void theAuthorsFilesAreDescribedAndReadAgain() {
        ObjectNode all = published(AdmConfig.diffFace256());
        all.setAll(SwapModel.expertSection("parser", ExpertSizes.Parser.published()));
        all.setAll(SwapModel.expertSection("gaze", EyeNetConfig.published()));
        all.setAll(SwapModel.expertSection("detector", ExpertSizes.Detector.published()));
        all.setAll(SwapModel.expertSection("landmarks", ExpertSizes.Landmarks.published()));
        Pack pack = Described.of(all);
        SwapModel model = SwapModel.of(pack);
        assertEquals(256, model.size());
        assertEquals(AdmConfig.diffFace256(), model.unet());
        assertEquals(SwapModel.Diffusion.published(), model.diffusion());
        assertEquals(RECOGNISER, model.identity());
        assertEquals(
                ExpertSizes.Parser.published(),
                SwapModel.expert(pack, "parser", ExpertSizes.Parser.class));
        assertEquals(EyeNetConfig.published(), SwapModel.expert(pack, "gaze", EyeNetConfig.class));
        assertEquals(
                ExpertSizes.Detector.published(),
                SwapModel.expert(pack, "detector", ExpertSizes.Detector.class));
        assertEquals(
                ExpertSizes.Landmarks.published(),
                SwapModel.expert(pack, "landmarks", ExpertSizes.Landmarks.class));
    }

    @Test
    void aNetworkThatKnowsNobodyIsDescribedToo() {
        AdmConfig d = AdmConfig.diffFace256();
        AdmConfig base =
                new AdmConfig(
                        3,
                        6,
                        d.baseChannels(),
                        d.multipliers(),
                        d.resBlocks(),
                        Set.of(8, 16, 32),
                        d.heads(),
                        d.resampling(),
                        d.film(),
                        0,
                        0,
                        0,
                        0,
                        d.groups());
        SwapModel model = SwapModel.of(Described.of(published(base)));
        assertEquals(base, model.unet());
        assertEquals(0, model.unet().identityWidth());
    }

    @ParameterizedTest
    @CsvSource({
        "network, speed, 3, know: speed",
        "network, num_channels, 'wide', whole number 'num_channels'",
        "network, channel_mult, '1;2', cannot be",
        "network, norm_groups, 7, cannot be",
        "diffusion, schedule, 'sigmoid', none of linear",
        "diffusion, default_sampling, 'many', cannot be",
        "diffusion, default_skipped, 91, '0 to 90 can be skipped, not 91'",
        "identity, depths, 3, list of whole numbers 'depths'",
        "identity, side, 4, cannot be",
        "identity, excitation, 1, true or false for 'excitation'"
    })
    void whatIsUnknownOrOfAnotherKindIsOneSentence(
            String section, String entry, String value, String said) {
        ObjectNode all = published(AdmConfig.diffFace256());
        ObjectNode in = (ObjectNode) all.get(section);
        if (value.matches("\\d+")) {
            in.put(entry, Integer.parseInt(value));
        } else {
            in.put(entry, value);
        }
        String sentence =
                assertThrows(EditException.class, () -> SwapModel.of(Described.of(all)))
                        .getMessage();
        assertTrue(sentence.contains(said) && sentence.contains("'" + section + "'"), sentence);
        assertTrue(sentence.endsWith("install the pack again."), sentence);
    }

    @Test
    void whatIsMissingIsNamed() {
        ObjectNode all = published(AdmConfig.diffFace256());
        ((ObjectNode) all.get("network")).remove("identity_dim");
        String sentence =
                assertThrows(EditException.class, () -> SwapModel.of(Described.of(all)))
                        .getMessage();
        assertTrue(sentence.contains("'identity_dim'"), sentence);
    }
}
