package mien.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.edit.relight.TinyPack;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecipeTest {

    private static final Picture PORTRAIT = Picture.filled(64, 64, 0xff806040);

    @TempDir Path folder;

    private final Relight relight = new Relight();
    private final RunRecipe recipes = new RunRecipe();

    private RelightSpec opened(Picture picture) {
        return relight.opened(picture, BuiltinHead.rig().neutral(1));
    }

    private String recipe(RelightSpec spec, RunSettings settings) {
        return recipes.of(relight, spec, settings, ModelPack.read(folder));
    }

    @Test
    void whateverAPictureDependsOnMakesAnotherRun() throws IOException {
        TinyPack.write(folder, "tiny");
        RunSettings settings = RunSettings.DEFAULT;
        RelightSpec spec = opened(PORTRAIT);
        String one = recipe(spec, settings);
        assertEquals(one, recipe(opened(PORTRAIT), settings), "the same again");
        assertNotEquals(one, recipe(spec, settings.withSeed(1)));
        assertNotEquals(one, recipe(spec.withHead(spec.head().withYaw(1)), settings));
        assertNotEquals(one, recipe(opened(Picture.filled(64, 64, 0xff806041)), settings));

        Path description = folder.resolve(ModelPack.DESCRIPTION);
        String text = Files.readString(description);
        Files.writeString(description, text.replaceFirst("(\"version\" *: *\")", "$1x"));
        assertNotEquals(text, Files.readString(description));
        assertNotEquals(one, recipe(spec, settings), "another model of the same name");
    }
}
