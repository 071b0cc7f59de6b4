import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where Debian's and Ubuntu's packages of Chromium put its Vulkan driver, which computes on the processor. */
const DRIVERS = ['/usr/lib/chromium/vk_swiftshader_icd.json', '/usr/lib/chromium-browser/vk_swiftshader_icd.json'];

const driver = DRIVERS.find(existsSync);

/** Environment that has WebGPU find SwiftShader and nothing else, with Chromium's own Vulkan loader; undefined where there is no Chromium. */
export const swiftshader: Record<string, string> | undefined =
  driver === undefined
    ? undefined
    : { VK_ICD_FILENAMES: driver, VK_DRIVER_FILES: driver, LD_LIBRARY_PATH: `${dirname(driver)}:${process.env.LD_LIBRARY_PATH ?? ''}` };

/** Put into the names of tests that need it. */
export const whereSwiftshader = swiftshader === undefined ? ' (skipped: no Chromium with SwiftShader here)' : '';
