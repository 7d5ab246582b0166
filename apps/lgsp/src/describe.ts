import 'reflect-metadata';
import { lgspConfiguration } from '@lienthong/platform';
import { NestFactory } from '@nestjs/core';
import { type OpenAPIObject } from '@nestjs/swagger';
import { openApi } from './http/open-api.js';
import { LgspModule } from './lgsp.module.js';

/** Enough of a configuration to lay the module out; nothing of it is opened. */
const ENVIRONMENT = {
  LIENTHONG_TENANT: 'H39',
  LIENTHONG_INSTANCE: 'description',
  LIENTHONG_NATS_URL: 'nats://127.0.0.1:4222',
  LIENTHONG_REDIS_URL: 'redis://127.0.0.1:6379',
  LIENTHONG_HTTP_PORT: '8380',
  LIENTHONG_OPERATOR_KEY_DIGEST: '0'.repeat(64),
};

/** What the HTTP door offers (OpenAPI 3.1), without starting anything. */
export const describeDoor = async (): Promise<OpenAPIObject> => {
  const application = await NestFactory.create(LgspModule.of(lgspConfiguration(ENVIRONMENT)), {
    preview: true,
    logger: false,
  });
  return openApi(application);
};
