import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description of the HTTP door, OpenAPI 3.1, made from the door itself. */
export const openApi = (application: INestApplication): OpenAPIObject => {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Liên Thông')
    .setDescription('The HTTP door of a provincial data-sharing bus (LGSP).')
    .setVersion('1')
    .setLicense('Internal use', 'https://www.rfc-editor.org/rfc/rfc9457')
    .addServer('http://127.0.0.1:8380', 'The embedded platform')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      description: 'The key of a system, or the operator’s',
    })
    .addSecurityRequirements('bearer')
    .build();
  return SwaggerModule.createDocument(application, description, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}_${method}`,
  });
};
