package mien.engine.edit.relight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import mien.engine.edit.Direction;
import mien.engine.edit.EditException;
import mien.engine.edit.EditRecipe;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class EditRecipeTest {
    private static final Picture PORTRAIT = Picture.filled(64, 64, 0xff806040);
    private static final RunSettings SETTINGS =
            RunSettings.DEFAULT.withSeed(-5).withSteps(12).withEta(0.3).withTemperature(0.7);

    private final Relight relight = new Relight();

    private RelightSpec edited() {
        RelightSpec spec = relight.opened(PORTRAIT, FlameCodes.someone(3));
        return spec.withLight(spec.light().withDirection(new Direction(31.7, -12.3)))
                .withHead(spec.head().withYaw(11.1))
                .withKeepCentre(false);
    }

    private EditRecipe recipe() {
        return EditRecipe.of(relight, edited(), SETTINGS, "demo-relight", "anna.jpg");
    }

    @Test
    void aRecipeThatTravelledAsTextGivesTheSameRun() {
        EditRecipe read = EditRecipe.read(recipe().text());
        assertEquals(edited(), read.spec(relight, PORTRAIT));
        RunSettings ran = SETTINGS.withSampler("ddim").withModel("demo-relight"); // by its name
        assertEquals(ran, read.settings());
        assertEquals("anna.jpg", read.source());
    }

    @Test
    void anotherPictureIsRefused() {
        int[] other = PORTRAIT.argb().clone();
        other[63] ^= 1;
        refused("another picture ('anna.jpg')", recipe().text(), new Picture(64, 64, other));
    }

    @Test
    void whatIsNoRecipeIsRefusedInASentence() {
        String text = recipe().text();
        refused("damaged", text.substring(0, text.length() / 2), PORTRAIT);
        refused("no recipe", "{}", PORTRAIT);
        refused("no recipe", "[1]", PORTRAIT);
        refused("newer Mien", text.replaceFirst("\"version\":1", "\"version\":2"), PORTRAIT);
        refused("for 'swap'", text.replace("\"relight\"", "\"swap\""), PORTRAIT);
        refused("damaged", text.replace("\"values\"", "\"v\""), PORTRAIT);
    }

    @Test
    void anEditThatTookFromAnotherPictureIsRepeatedFromItsDocument() {
        RelightSpec spec = edited().withLatentFrom(Picture.filled(64, 64, -1));
        String text = EditRecipe.of(relight, spec, SETTINGS, "m", "a").text();
        refused("further pictures", text, PORTRAIT);
        assertTrue(text.contains("latent"), "it is named");
    }

    private void refused(String words, String text, Picture picture) {
        EditException e =
                assertThrows(
                        EditException.class, () -> EditRecipe.read(text).spec(relight, picture));
        assertTrue(e.getMessage().contains(words), e.getMessage());
        assertEquals(1, Arrays.stream(e.getMessage().split("\n")).count());
    }
}
